import { describe, expect, it } from 'vitest';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { ALL_CHANGES, type ChangeSelection, selects } from '../../../shared/compare/change-selection.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { renderComparisonPage } from '../../../shared/publish/render-comparison-page.ts';
import { htmlFaults } from './validate-html.ts';

const OLD = `# Notice

We keep logs for 30 days.

## Vendors

| Name | Purpose |
| --- | --- |
| Alder | Hosting |

## Moved

This whole section is going to stand somewhere else in the new text, word by word.

## Rest

* one & <two>
`;
const NEW = `# Notice

This whole preface is new.

## Moved

This whole section is going to stand somewhere else in the new text, word by word.

We keep logs for up to 90 days.

## Vendors

| Name | Purpose |
| --- | --- |
| Alder | Hosting |
| Birch | Email |

## Rest

* one & <two>
`;

function page(a: string, b: string, selection?: ChangeSelection): string {
  const comparison = compare(a, b);
  const redline = buildRedline(comparison);
  return renderComparisonPage({ comparison, redline, ...(selection ? { selection } : {}) });
}

function compare(a: string, b: string): Comparison {
  return compareTexts({ label: 'Before <1>', text: a }, { label: 'After', text: b });
}

describe('renderComparisonPage', () => {
  it('marks what went and what came, by element and not by colour alone', () => {
    const html = page(OLD, NEW);
    expect(html).toMatch(/<del class="[^"]*">30<\/del>/);
    expect(html).toMatch(/<ins class="[^"]*">up to 90<\/ins>/);
    expect(html).toContain('Before &lt;1&gt;');
  });

  it('accounts for every word', () => {
    const { stats, changes } = compare(OLD, NEW);
    expect(page(OLD, NEW)).toContain(
      `${changes.length} changes. Of ${stats.wordsA} words, ${stats.kept} were kept, ${stats.moved} moved and ${stats.deleted} deleted; ${stats.inserted} were added, which makes ${stats.wordsB}.`,
    );
  });

  it('leads from each listed change to its row', () => {
    const html = page(OLD, NEW);
    const targets = [...html.matchAll(/<li class="[^"]*"><a href="#(row-\d+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) expect(html).toContain(`id="${target}"`);
  });

  it('says that equal texts are the same', () => {
    expect(page(OLD, OLD)).toContain('The two texts are the same.');
  });

  it('opens with the filters that it was made with, and says how many changes they leave out', () => {
    const selection: ChangeSelection = {
      ...ALL_CHANGES,
      hiddenClasses: ['moved'],
      signals: ['duration', 'vendor'],
    };
    const { changes } = compare(OLD, NEW);
    const left = changes.filter((change) => !selects(selection, change)).length;
    const html = page(OLD, NEW, selection);
    expect(left).toBeGreaterThan(0);
    expect(html).toContain(
      `${left} of ${changes.length} changes not shown: all of moved; what does not touch durations or vendors.`,
    );
    expect(html).toMatch(/<input type="checkbox" class="kind" id="kind-1"> moved/);
    expect(html).toMatch(/<input type="checkbox" class="kind" id="kind-0" checked> wording/);
    expect(html).toContain('<option value="several" selected>durations or vendors</option>');
    expect(page(OLD, NEW)).not.toContain('changes not shown:');
  });

  it('has no script, whatever is filtered', () => {
    expect(page(OLD, NEW, { ...ALL_CHANGES, section: 'Notice › Rest' })).not.toMatch(/<script|\son\w+=/i);
  });

  it('is valid HTML', async () => {
    expect(await htmlFaults(page(OLD, NEW))).toEqual([]);
    expect(await htmlFaults(page('', NEW))).toEqual([]);
    expect(await htmlFaults(page(OLD, NEW, { ...ALL_CHANGES, section: 'Notice › Rest' }))).toEqual([]);
  });
});
