import { describe, expect, it } from 'vitest';
import {
  chosenText,
  type MergePassage,
  mergedText,
  mergeTexts,
} from '../../../shared/compare/merge-texts.ts';
import { TOKEN_PATTERN } from '../../../shared/model/text.ts';

const BASE = `# Ferry Terms

Tickets are valid for one crossing. Dogs travel on deck.

We keep your data for 30 days.

- Bicycles travel free.
- Cars pay by length.
`;

const shown = (passages: readonly MergePassage[]): string =>
  passages
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, mine, theirs }) =>
      kind === 'conflict'
        ? `conflict: ${mine.trim()} <> ${theirs.trim()}`
        : `${kind}: ${(kind === 'theirs' ? theirs : mine).trim()}`,
    )
    .join('\n');

describe('mergeTexts', () => {
  it('takes what each side changed where the other changed nothing', () => {
    const mine = BASE.replace('30 days', '60 days');
    const theirs = `${BASE.replace('Dogs travel', 'Dogs and cats travel')}\nLast section.\n`;
    const merge = mergeTexts(BASE, mine, theirs);
    expect(shown(merge)).toBe(
      'theirs: Dogs and cats travel on deck.\nmine: We keep your data for 60 days.\ntheirs: Last section.',
    );
    expect(mergedText(merge, new Map())).toBe(theirs.replace('30 days', '60 days'));
  });

  it('leaves to a person what both changed within one sentence', () => {
    const mine = BASE.replace('30 days', '60 days');
    const theirs = BASE.replace('your data', 'your ticket data');
    const merge = mergeTexts(BASE, mine, theirs);
    expect(shown(merge)).toBe(
      'conflict: We keep your data for 60 days. <> We keep your ticket data for 30 days.',
    );
    const at = merge.findIndex(({ kind }) => kind === 'conflict');
    expect(mergedText(merge, new Map([[at, 'mine']]))).toBe(mine);
    expect(mergedText(merge, new Map([[at, 'theirs']]))).toBe(theirs);
    expect(mergedText(merge, new Map([[at, 'both']]))).toContain(
      'We keep your ticket data for 30 days.\n\nWe keep your data for 60 days.',
    );
  });

  it('two insertions at one place are a conflict, equal ones are not', () => {
    const inserted = (words: string): string => BASE.replace('\n- Bicycles', `\n${words}\n\n- Bicycles`);
    expect(shown(mergeTexts(BASE, inserted('Rain.'), inserted('Snow.')))).toBe('conflict: Rain. <> Snow.');
    expect(shown(mergeTexts(BASE, inserted('Rain.'), inserted('Rain.')))).toBe('both: Rain.');
  });

  it('a passage that one side deleted and the other changed is a conflict', () => {
    const mine = BASE.replace('We keep your data for 30 days.\n\n', '');
    const theirs = BASE.replace('30', '90');
    expect(shown(mergeTexts(BASE, mine, theirs))).toBe('conflict:  <> We keep your data for 90 days.');
  });

  it('without a base every difference is left to a person', () => {
    const merge = mergeTexts(null, 'One.\n\nTwo.\n\nFour.', 'One.\n\nThree here.\n\nFour.');
    expect(merge.filter(({ kind }) => kind === 'conflict').length).toBeGreaterThan(0);
    expect(merge.map(({ mine }) => mine).join('')).toBe('One.\n\nTwo.\n\nFour.');
    expect(merge.map(({ theirs }) => theirs).join('')).toBe('One.\n\nThree here.\n\nFour.');
  });
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = 'ferry ticket harbour crossing deck dog data keep days we you may must not fare rain'.split(
  ' ',
);
const tokens = (text: string): Set<string> => new Set(text.match(TOKEN_PATTERN));

function paragraphs(random: () => number, count: number): string[] {
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? 'we';
  return Array.from(
    { length: count },
    (_, index) =>
      `Clause ${index} says ${Array.from({ length: 4 + Math.floor(random() * 9) }, word).join(' ')}.`,
  );
}

function edited(
  random: () => number,
  texts: readonly string[],
  mayTouch: (index: number) => boolean,
  mark: string,
): string[] {
  return texts.flatMap((text, index) => {
    if (!mayTouch(index) || random() < 0.5) return [text];
    const dice = random();
    if (dice < 0.25) return [];
    if (dice < 0.5) return [text, `Added ${mark}${index} by hand.`];
    return [text.replace(/says \S+/, `says ${mark}${index}`)];
  });
}

describe.each(Array.from({ length: 60 }, (_, seed) => seed))('on random texts (%d)', (seed) => {
  const random = seeded(seed * 7919 + 1);
  const base = paragraphs(random, 4 + Math.floor(random() * 14));
  const join = (texts: readonly string[]): string => texts.join('\n\n');

  it('each side can be read out of the passages, and no word of either is lost', () => {
    const mine = join(edited(random, base, () => true, 'mine'));
    const theirs = join(edited(random, base, () => true, 'theirs'));
    const merge = mergeTexts(join(base), mine, theirs);
    expect(merge.map((passage) => passage.base).join('')).toBe(join(base));
    expect(merge.map((passage) => passage.mine).join('')).toBe(mine);
    expect(merge.map((passage) => passage.theirs).join('')).toBe(theirs);
    const added = [...tokens(mine), ...tokens(theirs)].filter((token) => !tokens(join(base)).has(token));
    const result = merge.map((passage) => chosenText(passage, undefined)).join('');
    expect(added.filter((token) => !tokens(result).has(token))).toEqual([]);
  });

  it('edits of different paragraphs, none beside another, merge without a conflict', () => {
    const mine = edited(random, base, (index) => index % 4 === 0, 'mine');
    const theirs = edited(random, base, (index) => index % 4 === 2, 'theirs');
    const merge = mergeTexts(join(base), join(mine), join(theirs));
    expect(merge.filter(({ kind }) => kind === 'conflict')).toEqual([]);
    const result = mergedText(merge, new Map());
    for (const text of [...mine, ...theirs].filter((one) => /(?:mine|theirs)\d/.test(one)))
      expect(result).toContain(text);
  });
});
