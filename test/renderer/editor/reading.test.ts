import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createReading } from '../../../renderer/editor/reading.ts';
import type { AnalysisRequest } from '../../../renderer/editor/text-analysis.ts';

function setup(text: () => string | null) {
  const sent: { readonly request: AnalysisRequest; readonly time: number }[] = [];
  const reading = createReading({
    port: { send: (request) => sent.push({ request, time: Date.now() }), listen: () => undefined },
    text,
  });
  return { reading, sent };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('reads soon after a pause, and within half a second while typing goes on', async () => {
  const { reading, sent } = setup(() => 'text');
  for (let time = 0; time < 450; time += 50) {
    reading.touch();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(sent.length).toBeGreaterThan(0);
  expect((sent[0]?.time ?? 0) - 1000).toBeLessThan(500);
});

it('reads nothing when no document is open, and at once when one is opened', () => {
  let text: string | null = null;
  const { reading, sent } = setup(() => text);
  reading.restart();
  expect(sent).toHaveLength(0);
  text = '# Title';
  reading.restart();
  expect(sent.map(({ request }) => request.text)).toEqual(['# Title']);
});

it('asks for the page only while it is shown', async () => {
  const { reading, sent } = setup(() => 'text');
  reading.wantPage(true);
  expect(sent.map(({ request }) => request.withPage)).toEqual([true]);
});
