import { describe, expect, it } from 'vitest';
import { buildFacts } from '../../../shared/align/facts.ts';
import { plotPeriods } from '../../../shared/align/period-plot.ts';

const text = (...sentences: string[]): string => `# Keeping\n\n${sentences.join('\n\n')}\n`;

describe('the plot of periods', () => {
  const plot = plotPeriods(
    buildFacts([
      { label: 'a', text: text('We keep access logs for 7 days.', 'We keep invoices for 10 years.') },
      { label: 'b', text: text('We keep access logs for a week.', 'We keep orders for 7 days.') },
      { label: 'c', text: text('We like boats.') },
    ]),
  );

  it('sets equal periods at one place of the axis, whatever their unit, and lifts those that would cover each other', () => {
    const dots = plot?.rows[0]?.lanes.flatMap((lane) => lane.dots) ?? [];
    expect(dots.map(({ document, value, layer }) => `${document} ${value.text} ${layer}`)).toEqual([
      '0 7 days 0',
      '0 10 years 0',
      '1 1 week 0',
      '1 7 days 1',
    ]);
    expect(dots[2]?.at).toBe(dots[0]?.at);
    expect(dots[1]?.at).toBeGreaterThan(dots[0]?.at ?? 1);
  });

  it('has round times on its axis from below the least to above the most', () => {
    expect(plot?.ticks.map(({ label }) => label)).toEqual([
      '1 week',
      '1 month',
      '3 months',
      '1 year',
      '10 years',
    ]);
  });

  it('is not drawn for one period alone', () => {
    expect(plotPeriods(buildFacts([{ label: 'a', text: text('We keep logs for 7 days.') }]))).toBeNull();
  });
});
