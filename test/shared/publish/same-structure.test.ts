import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';
import { structureOfDocument, structureOfPage } from './read-structure.ts';

const SAMPLES: readonly string[] = [
  '# One\n\nTwo *three*\nfour\n\n## Five `six`\n',
  '* a\n* b\n\n  c\n\n  1. d\n  2. e\n',
  '| a | b |\n| - | :-: |\n| [c](https://c.example) | |\n| d \\| e |\n',
  'See www.terms.example/a_b_c, https://x.example/(y). Mail a.b_c@mail.example!',
  '[text https://inside.example](https://outside.example) and [https://same.example](https://same.example)',
  '- [x] done\n- [ ] not yet\n',
  '> quoted\n> > twice\n\nUnder\n=====\n',
  '[a][ref] and [**no link**]\n\n[ref]: https://ref.example "Title"\n',
];

/**
 * Examples of the specifications that the two readers read differently, by the reason. Raw HTML is left out of the comparison:
 * the published page shows its safe subset as HTML, the document tree keeps it as one opaque piece.
 */
const SCHEME = 'the page drops the address of a link that no page may open';
const NESTED =
  "Lezer's brackets: balanced brackets inside link text, or one reference directly after another";
const TABLE = 'GFM tables: surplus cells, which the page must ignore';

const DIFFERENT: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'commonmark-spec.json': {
    [SCHEME]: [500, 596, 598, 599, 601],
    [NESTED]: [512, 520, 523, 528, 545, 569, 571, 575],
  },
  'gfm-spec.json': {
    [SCHEME]: [508, 604, 606, 607, 609],
    [NESTED]: [520, 528, 531, 536, 553, 577, 579, 583],
    [TABLE]: [204],
  },
};

describe('the published page and the document tree', () => {
  it.each(SAMPLES)('read the same in %j', (text) => {
    expect(structureOfPage(text)).toEqual(structureOfDocument(text));
  });
});

describe.skipIf(sharedDir === null)('on the specifications and real policies', () => {
  it.each(Object.keys(DIFFERENT))('read the same in %s', (file) => {
    const examples = JSON.parse(readShared(`hostile/conformance/${file}`)) as readonly {
      readonly markdown: string;
      readonly example: number;
    }[];
    const different = examples.filter(({ markdown }) => !hasRawHtml(markdown) && !readsTheSame(markdown));
    const listed = new Set(Object.values(DIFFERENT[file] ?? {}).flat());
    expect(different.map(({ example }) => example).filter((example) => !listed.has(example))).toEqual([]);
  });

  it.each(['seeds', 'corpus/documents', 'corpus/pairs'])('read the same in every policy of %s', (folder) => {
    const files = policiesUnder(folder).filter((file) => !hasRawHtml(read(file)));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !readsTheSame(read(file)))).toEqual([]);
  });
});

function readsTheSame(text: string): boolean {
  return JSON.stringify(structureOfPage(text)) === JSON.stringify(structureOfDocument(text));
}

function hasRawHtml(text: string): boolean {
  return /"kind":"html(?:-block)?"/.test(JSON.stringify(parseDocument(text).blocks));
}

function read(file: string): string {
  return normaliseText(readShared(file));
}

function policiesUnder(folder: string): string[] {
  return readdirSync(join(sharedDir ?? '', folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return policiesUnder(path);
    return /\.(?:md|txt)$/.test(entry.name) ? [path] : [];
  });
}
