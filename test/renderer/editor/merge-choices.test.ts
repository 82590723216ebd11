import { expect, it } from 'vitest';
import {
  countKinds,
  mergeResult,
  mergeRows,
  openConflicts,
  settleOpen,
} from '../../../renderer/editor/merge/merge-choices.ts';
import type { MergePassage } from '../../../shared/compare/merge-texts.ts';

const passage = (kind: MergePassage['kind'], base: string, mine: string, theirs: string): MergePassage => ({
  kind,
  base,
  mine,
  theirs,
});
const PASSAGES = [
  passage('same', 'Begin. ', 'Begin. ', 'Begin. '),
  passage('conflict', 'A.', 'A mine.', 'A theirs.'),
  passage('mine', ' B.', ' B mine.', ' B.'),
  passage('theirs', ' C.', ' C.', ' C theirs.'),
  passage('conflict', ' D.', '', ' D theirs.'),
];

it('has no result while a conflict is open, and takes what one side changed', () => {
  expect(openConflicts(PASSAGES, new Map())).toBe(2);
  expect(mergeResult(PASSAGES, new Map([[1, 'mine']]))).toBeNull();
  const settled = settleOpen(PASSAGES, new Map([[1, 'theirs']]), 'mine');
  expect(mergeResult(PASSAGES, settled)).toBe('Begin. A theirs. B mine. C theirs.');
});

it('folds what nobody changed and counts the rest', () => {
  expect(mergeRows(PASSAGES).map(({ kind }) => kind)).toEqual(['folded', ...Array(4).fill('passage')]);
  expect(countKinds(PASSAGES)).toEqual({ same: 1, mine: 1, theirs: 1, both: 0, conflict: 2 });
});
