import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../shared/markdown/document.ts';
import { parseDocument, walkBlocks } from '../../../shared/markdown/parse-document.ts';
import { plainText } from '../../../shared/markdown/parse-inlines.ts';

const LENGTH = 100_000;

// Without the bounds these take half a minute and more each, far beyond the runner's limit for the whole file.
describe('text made to be slow', () => {
  it.each([
    '[',
    '[]',
    '[a](',
    '![',
    '[www.a ',
    '[a@b.c ',
    '*a ',
    'a**b',
    '<a ',
    '``a',
    '> ',
    '- > ',
    '*a _b ',
  ])(
    '%j a hundred thousand characters long is read, and every character is somewhere',
    (part) => {
      const text = part.repeat(Math.floor(LENGTH / part.length));
      const blocks = parseDocument(text).blocks;
      expect(blocks[0]?.from).toBe(0);
      expect(blocks.at(-1)?.to).toBeGreaterThanOrEqual(text.trimEnd().length);
    },
    10_000,
  );

  it.each([
    ['quotes', `${'> '.repeat(5_000)}a`],
    ['emphasis', `${'*a _b '.repeat(20_000)}${' c_ d*'.repeat(20_000)}`],
    ['images', `${'!['.repeat(900)}a${']()'.repeat(900)}`],
  ])('nested %s are read without end of the stack', (_what, text) => {
    const words = text.match(/[a-z]+/g);
    expect(visible(parseDocument(text).blocks).match(/[a-z]+/g)).toEqual(words);
  });

  it('reads a thousand links in one paragraph', () => {
    const text = Array.from({ length: 1_000 }, (_, i) => `[a${i}](https://x.example/${i})`).join(' ');
    expect(links(parseDocument(text).blocks)).toBe(1_000);
  });

  it('takes what stands behind the bound as text, and the next paragraph as usual', () => {
    const text = `${'[a](https://x.example) '.repeat(1_500)}\n\n[b](https://y.example)`;
    expect(links(parseDocument(text).blocks)).toBe(1_001);
  });
});

function visible(blocks: readonly Block[]): string {
  return [...walkBlocks(blocks)]
    .map(({ block }) => (block.kind === 'paragraph' ? plainText(block.inlines) : ''))
    .join(' ');
}

function links(blocks: readonly Block[]): number {
  const inlines = blocks.flatMap((block): readonly Inline[] =>
    block.kind === 'paragraph' ? block.inlines : [],
  );
  return inlines.filter((inline) => inline.kind === 'link' && inline.form === 'inline').length;
}
