import { describe, expect, it } from 'vitest';
import {
  addNote,
  changeNote,
  nextNote,
  noteAt,
  removeNote,
} from '../../../renderer/editor/notes/note-commands.ts';
import { readNotes, withoutNotes, writeNote } from '../../../shared/markdown/notes.ts';
import { applyEdits } from '../../../shared/model/text.ts';

describe('notes in a text', () => {
  it('are read with their words, state, place and line', () => {
    const text = '# A\n\nOne. <!-- note: ask Ann --> Two.\n\n<!-- NOTE DONE: two\nlines -->\n';
    expect(readNotes(text)).toEqual([
      { from: 10, to: 32, words: 'ask Ann', done: false, line: 3 },
      { from: 39, to: 68, words: 'two\nlines', done: true, line: 5 },
    ]);
  });
  it.each([
    ['another comment', 'a <!-- anchor --> b'],
    ['an example in code', 'a `<!-- note: x -->` b'],
    ['an example in a block of code', '```\n<!-- note: x -->\n```\n'],
    ['a comment without an end', 'a <!-- note: x'],
  ])('are not %s', (_name, text) => {
    expect(readNotes(text)).toEqual([]);
    expect(withoutNotes(text)).toBe(text);
  });
  it.each([
    ['One <!-- note: x -->two.', 'Onetwo.'],
    ['One. <!-- note: x --> Two.', 'One. Two.'],
    ['One.\n\n<!-- note: x -->\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['One.\n\n<!-- note: x -->', 'One.'],
    ['One.\n\n<!-- note: x -->\n', 'One.\n'],
    ['<!-- note: x -->\n', ''],
    ['<!-- note: x -->\n<!-- note done: y -->\n\nOne.', 'One.'],
    ['| a <!-- note: x --> | b |', '| a | b |'],
  ])('%j is published as %j', (text, published) => expect(withoutNotes(text)).toBe(published));
  it('are written so that nothing in them ends them', () => {
    const written = writeNote('a --> b --- c-', false);
    expect(readNotes(written)).toHaveLength(1);
    expect(withoutNotes(`x ${written} y`)).toBe('x y');
  });
  it('are found among thousands of comments that never end', () => {
    expect(readNotes('<!-- note: '.repeat(200_000))).toEqual([]);
    expect(readNotes('<!-- note: x -->\n'.repeat(5_000)).at(-1)?.line).toBe(5_000);
  });
});

describe('writing notes', () => {
  it.each([
    ['We keep it.', 5, 'We keep <!-- note: n --> it.'],
    ['- item one', 0, '- item one <!-- note: n -->'],
    ['## Heading', 3, '## Heading <!-- note: n -->'],
    ['| a b | c |', 3, '| a b <!-- note: n --> | c |'],
    ['', 0, '<!-- note: n -->'],
  ])('%j at %d', (text, offset, after) => {
    const edit = addNote(text, offset, 'n');
    expect(applyEdits(text, [edit])).toBe(after);
    expect(withoutNotes(after)).toBe(text);
  });
  it('finds, changes, closes, passes through and removes them', () => {
    const text = 'One <!-- note: x --> and <!-- note: y -->.';
    const note = noteAt(text, 8);
    if (!note) throw new Error('no note');
    expect(applyEdits(text, [changeNote(note, { words: 'z', done: true })])).toContain(
      '<!-- note done: z -->',
    );
    expect(applyEdits(text, [removeNote(text, note)])).toBe('One and <!-- note: y -->.');
    expect(nextNote(text, note.from)?.words).toBe('y');
    expect(nextNote(text, 30)?.words).toBe('x');
  });
});
