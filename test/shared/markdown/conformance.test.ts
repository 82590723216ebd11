import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../shared/model/text.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';
import { skeletonOfMarkdownIt, skeletonOfOurs } from './skeleton.ts';

interface Example {
  readonly markdown: string;
  readonly example: number;
}

/** Lezer takes any brackets for a link before it knows what they point to, and links hold no links. */
const BRACKETS = 'brackets that point nowhere, within the text of a link or beside one';
const ESCAPE = 'an escape in brackets that point nowhere is not resolved';
/** Where the two read differently, and why that stays. Anything else that differs fails, and so does a line too many here. */
const DEVIATIONS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'commonmark-spec': {
    512: BRACKETS,
    523: BRACKETS,
    528: BRACKETS,
    545: ESCAPE,
    569: BRACKETS,
    571: BRACKETS,
  },
  'gfm-spec': { 520: BRACKETS, 531: BRACKETS, 536: BRACKETS, 553: ESCAPE, 577: BRACKETS, 579: BRACKETS },
  'gfm-extensions-regression': {
    16: 'a title that ends one bracket early; Lezer takes the link, CommonMark none',
    18: 'five tildes: markdown-it strikes through, GFM and Lezer do not',
  },
};

describe.skipIf(sharedDir === null)('the tree beside markdown-it', () => {
  it.each(Object.keys(DEVIATIONS))('reads the examples of %s the same way', (suite) => {
    const examples = JSON.parse(readShared(`hostile/conformance/${suite}.json`)) as readonly Example[];
    const different = examples
      .filter(({ markdown }) => !sameStructure(normaliseText(markdown)))
      .map(({ example }) => example)
      .sort((x, y) => x - y);
    expect(different).toEqual(Object.keys(DEVIATIONS[suite] ?? {}).map(Number));
  });

  it('reads every policy of the corpus the same way', () => {
    const different = policies().filter((path) => !sameStructure(normaliseText(readShared(path))));
    expect(different).toEqual([]);
  });
});

function sameStructure(text: string): boolean {
  return skeletonOfOurs(text).join('\n') === skeletonOfMarkdownIt(text).join('\n');
}

function policies(): string[] {
  const list = (folder: string): string[] =>
    readdirSync(`${sharedDir}/${folder}`).map((name) => `${folder}/${name}`);
  const pairs = list('corpus/pairs').flatMap((pair) => [`${pair}/old.md`, `${pair}/new.md`]);
  return [...list('corpus/documents'), ...list('seeds'), ...pairs];
}
