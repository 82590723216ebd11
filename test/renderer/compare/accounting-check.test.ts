import { expect, test } from 'vitest';
import { tellAccounting } from '../../../renderer/compare/accounting-check.ts';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { ComparisonView } from '../../../shared/ipc/comparison-requests.ts';

const OLD = `# Privacy

We keep **bookings** for 7 days &amp; delete them.

* one [link](https://example.org/a)
* two

| Who | Where |
| --- | --- |
| Paylark | Ireland |
`;
const NEW = OLD.replace('7 days', 'up to 60 days').replace('* two', '* two\n  and a half\n\nMore.');

function viewOf(a: string, b: string): ComparisonView {
  const comparison = compareTexts({ label: 'Old', text: a }, { label: 'New', text: b });
  return { comparison, redline: buildRedline(comparison) };
}

test.each([
  ['edited', OLD, NEW],
  ['equal', OLD, OLD],
  ['from nothing', '', NEW],
  ['to nothing', OLD, ''],
])('%s: every word is shown exactly once', (_name, a, b) => {
  expect(tellAccounting(viewOf(a, b))).toEqual({
    sound: true,
    text: 'Every word of both texts is shown exactly once.',
  });
});

test('a row that is left out, or drawn twice, is told with its place', () => {
  const view = viewOf(OLD, NEW);
  const { rows } = view.redline;
  const without = tellAccounting({ ...view, redline: { rows: rows.slice(1) } });
  expect(without).toMatchObject({
    sound: false,
    text: expect.stringContaining('of the old text are not drawn'),
  });
  const twice = tellAccounting({ ...view, redline: { rows: [...rows, ...rows.slice(0, 1)] } });
  expect(twice).toMatchObject({
    sound: false,
    text: expect.stringContaining('the old text is drawn twice'),
  });
});

test('a comparison that skips characters is told before anything is drawn', () => {
  const view = viewOf(OLD, NEW);
  const comparison = { ...view.comparison, spans: view.comparison.spans.slice(1) };
  expect(tellAccounting({ ...view, comparison }).sound).toBe(false);
});
