import { describe, expect, it } from 'vitest';
import {
  insertLink,
  type TextCommand,
  toggleHeading,
  toggleList,
  toggleMark,
} from '../../../renderer/editor/text-commands.ts';
import type { TextRange } from '../../../shared/model/text.ts';
import { applyEdits } from '../../../shared/model/text.ts';

/** `«` and `»` are the ends of the selection; one `¦` is a caret. */
function read(marked: string): { readonly text: string; readonly selected: TextRange } {
  const caret = marked.indexOf('¦');
  if (caret >= 0) return { text: marked.replace('¦', ''), selected: { from: caret, to: caret } };
  const from = marked.indexOf('«');
  const to = marked.indexOf('»') - 1;
  return { text: marked.replace('«', '').replace('»', ''), selected: { from, to } };
}

function run(marked: string, build: (text: string, selected: TextRange) => TextCommand): string {
  const { text, selected } = read(marked);
  const { edits, selection } = build(text, selected);
  const after = applyEdits(text, edits);
  const { from, to } = selection;
  if (from === to) return `${after.slice(0, from)}¦${after.slice(from)}`;
  return `${after.slice(0, from)}«${after.slice(from, to)}»${after.slice(to)}`;
}

describe('bold and italic', () => {
  const bold = (marked: string): string => run(marked, (text, at) => toggleMark(text, at, '**'));
  it.each([
    ['keep «it» safe', 'keep **«it»** safe'],
    ['keep« it »safe', 'keep **«it»** safe'],
    ['keep **«it»** safe', 'keep «it» safe'],
    ['keep «**it**» safe', 'keep «it» safe'],
    ['the Servi¦ces are', 'the **«Services»** are'],
    ['¦', '**¦**'],
  ])('%s → %s', (before, after) => {
    expect(bold(before)).toBe(after);
  });
});

describe('link', () => {
  it.each([
    ['see «our policy» now', 'see [our policy](«https://») now'],
    ['see «https://fennel.example» now', 'see [¦](https://fennel.example) now'],
  ])('%s → %s', (before, after) => {
    expect(run(before, insertLink)).toBe(after);
  });
});

describe('lists', () => {
  const bullets = (marked: string): string => run(marked, (text, at) => toggleList(text, at, 'bullet'));
  const numbers = (marked: string): string => run(marked, (text, at) => toggleList(text, at, 'number'));
  it('makes the selected lines a list and back', () => {
    expect(bullets('a\n«b\n\nc»\nd')).toBe('a\n- «b\n\n- c»\nd');
    expect(bullets('- «b\n- c»')).toBe('«b\nc»');
  });
  it('does not take the line after a selection that ends at a line end', () => {
    expect(bullets('«a\n»b')).toBe('- «a\n»b');
  });
  it('numbers lines and turns bullets into numbers', () => {
    expect(numbers('- «a\n- b»')).toBe('1. «a\n2. b»');
  });
  it('keeps the caret in its line', () => {
    expect(bullets('- ¦a')).toBe('¦a');
    expect(bullets('a¦b')).toBe('- a¦b');
  });
});

describe('headings', () => {
  const heading = (level: number) => (marked: string) =>
    run(marked, (text, at) => toggleHeading(text, at, level));
  it.each([
    [2, 'Sco¦pe', '## Sco¦pe'],
    [3, '## Sco¦pe', '### Sco¦pe'],
    [2, '## Sco¦pe', 'Sco¦pe'],
  ])('level %i: %s → %s', (level, before, after) => {
    expect(heading(level)(before)).toBe(after);
  });
});
