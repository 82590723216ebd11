import { expect, it } from 'vitest';
import { fitInto } from '../../../renderer/editor/paste-fit.ts';

it.each([
  ['two words', 'in the ', ' middle', 'two words'],
  ['# Title', '', '', '# Title'],
  ['- a\n- b', 'Before', '', '\n\n- a\n- b'],
  ['one\n\ntwo', '', 'after', 'one\n\ntwo\n\n'],
  ['one\n\ntwo', '| cell', ' | x |', 'one two'],
  ['one\n\ntwo', '## Head', '', 'one two'],
])('%j between %j and %j', (text, before, after, expected) => {
  expect(fitInto(text, before, after)).toBe(expected);
});
