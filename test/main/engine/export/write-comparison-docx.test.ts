import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeComparisonDocx } from '../../../../main/engine/export/write-comparison-docx.ts';
import { buildRedline } from '../../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../../shared/compare/compare.ts';
import { normaliseText } from '../../../../shared/model/text.ts';
import { readShared, sharedDir } from '../../../helpers/shared-data.ts';
import { visibleWords, words } from '../../../shared/publish/visible-text.ts';
import { docxPart, resolvedText } from './read-docx-xml.ts';

const samples = fileURLToPath(new URL('../../../../resources/samples/hollowreed', import.meta.url));

async function redline(a: string, b: string): Promise<Uint8Array> {
  const comparison = compareTexts({ label: 'old', text: a }, { label: 'new', text: b });
  return writeComparisonDocx({
    comparison,
    redline: buildRedline(comparison),
    author: 'Ada Quill',
    date: '2025-01-02T03:04:05Z',
  });
}

async function expectBothTexts(a: string, b: string): Promise<void> {
  const docx = await redline(a, b);
  expect(words(resolvedText(docx, 'accept'))).toEqual(visibleWords(b));
  expect(words(resolvedText(docx, 'reject'))).toEqual(visibleWords(a));
}

const PAIRS: readonly (readonly [string, string, string])[] = [
  ['a changed word', 'We keep it 30 days.', 'We keep it up to 90 days.'],
  ['a new paragraph', 'One.\n\nThree.', 'One.\n\nTwo is new.\n\nThree.'],
  ['a lost paragraph', 'One.\n\nTwo was here.\n\nThree.', 'One.\n\nThree.'],
  ['a split paragraph', 'First half here. Second half there.', 'First half here.\n\nSecond half there.'],
  ['joined paragraphs', 'First half here.\n\nSecond half there.', 'First half here. Second half there.'],
  ['a heading that becomes a paragraph', '## Cookies we set\n\nText.', 'Cookies we set\n\nText.'],
  ['renumbered items', '1. alpha item\n2. beta item', '1. new item\n2. alpha item\n3. beta item'],
  ['numbered headings', '1. One\n   ---\n   text\n2. Two\n   ---', '1. New\n   ---\n2. One\n   ---\n   text'],
  ['a quotation in an item', '1. first\n\n   > said so\n\n2. last', '1. first\n\n   > said that\n\n2. last'],
  ['a new row', '| a | b |\n|-|-|\n| c | d |', '| a | b |\n|-|-|\n| x | y |\n| c | d |'],
  ['a lost column', '| aa | bb | cc |\n|-|-|-|\n| d | e | f |', '| aa | cc |\n|-|-|\n| d | f |'],
  ['a table that becomes text', '| aa | bb |\n|-|-|\n| cc | dd |', 'aa bb\n\ncc dd'],
  ['nothing at all', '', 'Everything is new.'],
  ['odd characters', 'a < b & "c"', "a > b & 'c' \u0001 end"],
];

describe('writeComparisonDocx', () => {
  it.each(PAIRS)('tracks %s so that both texts come back', async (_, a, b) => {
    await expectBothTexts(a, b);
  });

  it('names author and date, and moves as moves', async () => {
    const section =
      'This whole section stands somewhere else in the new text, and it is long enough to be seen.';
    const a = `## One\n\nAlpha beta gamma delta.\n\n## Two\n\n${section}\n\n## Three\n\nEpsilon zeta eta theta.`;
    const b = `## Two\n\n${section}\n\n## One\n\nAlpha beta gamma delta.\n\n## Three\n\nEpsilon zeta eta theta.`;
    const xml = docxPart(await redline(a, b), 'word/document.xml');
    expect(xml).toMatch(/<w:moveFrom w:id="\d+" w:author="Ada Quill" w:date="2025-01-02T03:0\d:05Z">/);
    expect(xml).toMatch(/<w:moveTo /);
    const names = (kind: string): string[] =>
      [...xml.matchAll(new RegExp(`<w:${kind}RangeStart [^>]*w:name="(\\w+)"`, 'g'))].map(
        ([, name]) => name ?? '',
      );
    expect(new Set(names('moveFrom'))).toEqual(new Set(names('moveTo')));
  });

  it('gives every revision an id of its own', async () => {
    const xml = docxPart(await redline('One two. Three.', 'One 2. Four.\n\nFive.'), 'word/document.xml');
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives back both texts for each step of a sample policy', async () => {
    const files = readdirSync(samples).filter((file) => file.startsWith('privacy-'));
    const texts = files.toSorted().map((file) => readFileSync(join(samples, file), 'utf8'));
    for (const [index, text] of texts.entries()) await expectBothTexts(texts[index - 1] ?? '', text);
  });
});

describe.skipIf(sharedDir === null)('on the development pairs', () => {
  it('accepting all gives the new text, rejecting all the old', async () => {
    const pairs = readdirSync(join(sharedDir ?? '', 'corpus/pairs'));
    expect(pairs.length).toBeGreaterThan(20);
    for (const pair of pairs) {
      const [a, b] = ['old', 'new'].map((side) =>
        normaliseText(readShared(`corpus/pairs/${pair}/${side}.md`)),
      );
      await expectBothTexts(a ?? '', b ?? '');
    }
  });
});
