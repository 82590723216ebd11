import { expect, test } from 'vitest';
import { redlineContext } from '../../../renderer/compare/redline-context.ts';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';

function contextOf(a: string, b: string) {
  const comparison = compareTexts({ label: 'Old', text: a }, { label: 'New', text: b });
  const redline = buildRedline(comparison);
  return { ...redlineContext(comparison, redline), redline };
}

test('a change without visible words has a note in its row', () => {
  const { notes, redline } = contextOf(
    'Read [this](https://example.org/a) first.\n\nThen this.\n',
    'Read [this](https://example.org/b) first.\n\nThen this.\n',
  );
  expect([...notes].map(([row, changes]) => [row, changes.map((change) => change.class)])).toEqual([
    [0, ['link-target']],
  ]);
  expect(redline.rows).toHaveLength(2);
});

test('a moved passage names the sections it left and reached, a moved section neither', () => {
  const rest = ['Alpha', 'Beta', 'Gamma']
    .map((name) => `## ${name}\n\n${`Words about ${name} that fill this section. `.repeat(4)}`)
    .join('\n\n');
  const moved = 'You may ask for a copy of your data, and we will send it within one month of your request.';
  const { moves } = contextOf(`${moved}\n\n${rest}\n`, `${rest}\n\n${moved}\n`);
  expect([...moves.values()].map(({ from, to, sectionTo }) => [from < to, sectionTo])).toEqual([
    [true, 'Gamma'],
  ]);
});
