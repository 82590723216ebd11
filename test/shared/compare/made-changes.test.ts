import { describe, expect, it } from 'vitest';
import { findAccountingFault } from '../../../shared/compare/accounting.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Comparison, Signal } from '../../../shared/compare/comparison.ts';
import { Dice, inventParagraph, inventSections, inventSentence } from './invented-policy.ts';

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);

describe('changes made on purpose come out as they were made', () => {
  it.each([1, 2, 3])('%i sections moved in 30 policies', (moved) => {
    for (const seed of SEEDS) {
      const dice = new Dice(seed * 10 + moved);
      const sections = inventSections(dice, 14);
      const { stats, changes } = compare(sections.join(''), moveSections(sections, moved).join(''));
      const kinds = changes.map((change) => change.kind);
      expect({ seed, kinds, inserted: stats.inserted, deleted: stats.deleted }).toEqual({
        seed,
        kinds: Array(moved).fill('move'),
        inserted: 0,
        deleted: 0,
      });
    }
  });

  it('a word edited inside a moved section is one move and one change', () => {
    for (const seed of SEEDS) {
      const sections = inventSections(new Dice(seed), 12);
      const edited = sections.map((section, index) => (index === 2 ? editFirstWord(section) : section));
      const { stats, changes } = compare(sections.join(''), moveSections(edited, 1).join(''));
      const found = changes
        .map(({ kind, move }) => ({ kind, move }))
        .sort((x, y) => x.kind.localeCompare(y.kind));
      expect(found).toEqual([
        { kind: 'move', move: 1 },
        { kind: 'replace', move: 1 },
      ]);
      expect([stats.inserted, stats.deleted]).toEqual([1, 1]);
    }
  });

  it('100 paragraphs split at a sentence, and joined again', () => {
    const dice = new Dice(7);
    const paragraphs = Array.from({ length: 100 }, () => inventParagraph(dice));
    const whole = `${paragraphs.join('\n\n')}\n`;
    const split = `${paragraphs.map((text) => text.replace('. ', '.\n\n')).join('\n\n')}\n`;
    const forth = compare(whole, split);
    const back = compare(split, whole);
    expect([forth.stats.inserted, forth.stats.deleted, forth.stats.moved]).toEqual([0, 0, 0]);
    expect(forth.changes.map((change) => change.kind)).toEqual(Array(100).fill('split'));
    expect(back.changes.map((change) => change.kind)).toEqual(Array(100).fill('join'));
  });

  it.each([60, 80, 100])('reflow at %i columns', (columns) => {
    const text = inventSections(new Dice(columns), 12).join('');
    expect(compare(text, reflow(text, columns)).stats.byClass).toEqual({ reflow: expect.any(Number) });
  });

  it('other bullets', () => {
    const text = inventSections(new Dice(3), 12).join('');
    expect(compare(text, text.replace(/^\* /gm, '- ')).stats.byClass).toEqual({ markup: expect.any(Number) });
  });

  it('renumbered lists and headings', () => {
    const dice = new Dice(5);
    const list = (from: number, lines: readonly string[]): string =>
      lines.map((line, index) => `${from + index}. ${line}`).join('\n');
    const lines = Array.from({ length: 9 }, () => inventSentence(dice));
    const headings = (from: number): string =>
      lines.map((line, index) => `## ${from + index}. Part\n\n${line}`).join('\n\n');
    expect(compare(list(1, lines), list(4, lines)).stats.byClass).toEqual({ numbering: 9 });
    expect(compare(headings(1), headings(2)).stats.byClass).toEqual({ numbering: 9 });
  });

  it.each([
    ['number', /\bgroup \d+/, 'group 1001'],
    ['modal', / may /, ' must '],
    ['negation', / do not /, ' do '],
  ] as const)('a changed %s does not hide among 50 editorial changes', (signal, pattern, replacement) => {
    let tried = 0;
    for (let seed = 1; tried < 100; seed++) {
      const dice = new Dice(seed * 31);
      const text = inventSections(dice, 12).join('');
      const places = [...text.matchAll(new RegExp(pattern, 'g'))];
      if (places.length === 0) continue;
      const { index: at, 0: old } = dice.pick(places);
      const edited = editorially(text.slice(0, at)) + replacement + editorially(text.slice(at + old.length));
      tried++;
      expect(signalsAt(compare(text, edited), at, at + old.length), `seed ${seed}`).toContain(signal);
    }
  });
});

function compare(a: string, b: string): Comparison {
  const comparison = compareTexts({ label: 'old', text: a }, { label: 'new', text: b });
  expect(findAccountingFault(comparison)).toBeNull();
  return comparison;
}

/** Moves sections 2, 5 and 8 to places far apart, so that no other set of moves is as small. */
function moveSections(sections: readonly string[], count: number): string[] {
  const chosen = [2, 5, 8].slice(0, count);
  const rest = sections.filter((_, index) => !chosen.includes(index));
  const places = [9, 0, 4];
  chosen.forEach((index, k) => {
    rest.splice(places[k] ?? 0, 0, sections[index] ?? '');
  });
  return rest;
}

/** Replaces the first word of a section's first paragraph by one that stands nowhere else. */
function editFirstWord(section: string): string {
  return section.replace(/(?<=\n\n)[A-Z]\w*/, 'Quixotic');
}

function reflow(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('#') ? line : wrap(line, columns, line.startsWith('* ') ? '  ' : '')))
    .join('\n');
}

function wrap(line: string, columns: number, indent: string): string {
  const lines: string[] = [];
  let open = '';
  for (const word of line.split(' ')) {
    const longer = open === '' ? word : `${open} ${word}`;
    if (longer.length > columns && open !== '') {
      lines.push(open);
      open = indent + word;
    } else open = longer;
  }
  return [...lines, open].join('\n');
}

/** Puts a comma before every third "and", about fifty in a policy: editing without meaning, but not without marks. */
function editorially(text: string): string {
  let count = 0;
  return text.replace(/ and /g, (found) => (count++ % 3 === 0 ? ', and ' : found));
}

function signalsAt({ changes }: Comparison, from: number, to: number): Signal[] {
  return changes
    .filter((change) => change.fromA < to && change.toA > from)
    .flatMap((change) => [...change.signals]);
}
