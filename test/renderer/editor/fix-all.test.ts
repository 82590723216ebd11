import { expect, it } from 'vitest';
import { editsOfAll, fixGroups } from '../../../renderer/editor/fix-all.ts';
import type { Finding } from '../../../shared/checks/finding.ts';
import { applyEdits, type TextEdit } from '../../../shared/model/text.ts';

const finding = (rule: string, ...edits: TextEdit[]): Finding => ({
  rule,
  severity: 'warning',
  message: 'wrong',
  fromLine: 1,
  toLine: 1,
  from: edits[0]?.from ?? 0,
  to: edits[0]?.to ?? 0,
  ...(edits.length > 0 ? { edits } : {}),
});
const put = (from: number, to: number, insert: string): TextEdit => ({ from, to, insert });

it('only rules with at least two ready fixes are offered as one', () => {
  const groups = fixGroups([
    finding('archive-link', put(4, 5, 'x')),
    finding('repeated-word', put(0, 1, 'y')),
    finding('archive-link', put(8, 9, 'z')),
    finding('dead-anchor'),
    finding('dead-anchor'),
  ]);
  expect(groups.map(({ rule, title, findings }) => [rule, title, findings.length])).toEqual([
    ['archive-link', 'Links that lead to a web archive', 2],
  ]);
});

it('all fixes are made at once, wherever their findings stand', () => {
  const edits = editsOfAll([
    finding('r', put(8, 9, 'I')),
    finding('r', put(4, 5, 'E'), put(0, 1, 'A')),
    finding('r', put(10, 10, '!')),
    finding('r', put(10, 10, '?')),
  ]);
  expect(applyEdits('abcdefghij', edits)).toBe('AbcdEfghIj!?');
});

it('of two fixes that touch the same words only the first is made', () => {
  const edits = editsOfAll([finding('r', put(2, 6, 'Y')), finding('r', put(0, 4, 'X'))]);
  expect(applyEdits('abcdefghij', edits)).toBe('Xefghij');
});
