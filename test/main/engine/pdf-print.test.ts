import { describe, expect, test } from 'vitest';
import { treeToMarkdown } from '../../../main/engine/import/html-to-markdown.ts';
import { readPdfBlocks } from '../../../main/engine/import/pdf-blocks.ts';
import { joinLines, vocabularyOf } from '../../../main/engine/import/pdf-hyphens.ts';
import type { PdfItem } from '../../../main/engine/import/pdf-items.ts';
import { readPdfLines } from '../../../main/engine/import/pdf-lines.ts';
import { decideLinkEdges } from '../../../main/engine/import/pdf-link-edges.ts';
import type { DrawnMark } from '../../../main/engine/import/pdf-marks.ts';
import { blocksToTree } from '../../../main/engine/import/pdf-tree.ts';

type Written = readonly [x: number, y: number, text: string, style?: Partial<PdfItem>];

/** Letters are half as wide as the size: lines of 80 fill a column of 400 points. */
function item([x, y, text, style = {}]: Written): PdfItem {
  const size = style.size ?? 10;
  return {
    text,
    x,
    y,
    size,
    width: (text.length * size) / 2,
    bold: false,
    family: 'Garamond',
    rightToLeft: false,
    content: '',
    ...style,
  };
}

function read(pages: readonly (readonly Written[])[], marks: readonly DrawnMark[] = []): string {
  const lines = pages.flatMap((written, index) =>
    readPdfLines({
      number: index + 1,
      height: 800,
      items: written.map(item),
      links: [],
      marks,
      structure: [],
    }),
  );
  return treeToMarkdown({ type: 'root', children: blocksToTree(readPdfBlocks(lines).blocks) }, 'x.pdf').text;
}

const full = (word: string): string =>
  `${word} ${'ferry boats carry letters over '.repeat(3)}`.slice(0, 80).trim();
const bold = { bold: true } as const;

describe('what print looks like', () => {
  test('bold lines and lines in another face are headings, numbers say how deep', () => {
    expect(
      read([
        [
          [72, 700, 'Harbour Terms', { size: 18, bold: true }],
          [72, 670, '1. Fares', bold],
          [72, 640, full('Every')],
          [72, 628, full('person')],
          [72, 616, 'pays.'],
          [72, 600, '1.1 Children', { family: 'Futura' }],
          [72, 580, 'They ride free.'],
          [72, 560, 'Note:', bold],
          [72, 540, 'Bring a coat.'],
        ],
      ]).split('\n\n'),
    ).toEqual([
      '# Harbour Terms',
      '## 1. Fares',
      `${full('Every')} ${full('person')} pays.`,
      '### 1.1 Children',
      'They ride free.',
      '**Note:**',
      'Bring a coat.\n',
    ]);
  });

  test('bullets that are written apart, drawn, or nested', () => {
    const page: Written[] = [
      [72, 700, full('We')],
      [90, 680, 'your name'],
      [90, 668, 'your letters:'],
      [110, 656, 'sent'],
      [90, 644, 'your boat'],
      [80, 680, '•'],
      [80, 668, '•'],
      [100, 656, '◦'],
    ];
    const drawn = { left: 80, right: 84, bottom: 645, top: 649 };
    expect(read([page], [drawn])).toBe(
      `${full('We')}\n\n- your name\n- your letters:\n  - sent\n- your boat\n`,
    );
  });

  test('numbers go on where they stood, letters are written out, a second paragraph stays in its item', () => {
    expect(
      read([
        [
          [72, 700, '3.'],
          [90, 700, 'Third.'],
          [90, 680, 'More of the third.'],
          [90, 660, '(a)'],
          [115, 660, 'a part'],
          [72, 640, '4.'],
          [90, 640, 'Fourth.'],
          [72, 600, 'After the list.'],
        ],
      ]),
    ).toBe('3. Third.\n\n   More of the third.\n\n   - (a) a part\n\n4. Fourth.\n\nAfter the list.\n');
  });

  test('lines that the writer ended stay lines, those that the edge ended do not', () => {
    const address: Written[] = [
      full('You'),
      full('may'),
      full('always'),
      full('write'),
      'to:',
      'Tern Ltd',
      '1 Quay',
    ].map((text, at): Written => [72, 700 - at * 12, text]);
    expect(read([address])).toBe(
      `${full('You')} ${full('may')} ${full('always')} ${full('write')} to:\n\nTern Ltd\\\n1 Quay\n`,
    );
  });

  test('lists in a second column are as deep as in the first', () => {
    const column = (x: number, name: string): Written[] =>
      Array.from({ length: 6 }, (_, at): Written[] => [
        [x, 700 - at * 20, '•'],
        [x + 10, 700 - at * 20, `${name} ${at} and some more words`],
      ]).flat();
    const items = [...column(60, 'left'), ...column(320, 'right')].filter((_, at) => at % 2 === 1);
    expect(read([[...column(60, 'left'), ...column(320, 'right')]])).toBe(
      `${items.map(([, , text]) => `- ${text}`).join('\n')}\n`,
    );
  });

  test('divided words are whole again, compounds keep their hyphen', () => {
    const words = vocabularyOf(['a third-party and our information', 'sound harbour']);
    const joined = [
      ['your infor-', 'mation'],
      ['a third-', 'party'],
      ['the ferry‐', 'Man of'],
      ['the EU-', 'US pact'],
      ['sound-', 'harbour'],
      ['and/', 'or'],
    ].map(([before = '', after = '']) => joinLines(before, after, words));
    expect(joined).toEqual([
      'your information',
      'a third-party',
      'the ferryMan of',
      'the EU-US pact',
      'sound-harbour',
      'and/or',
    ]);
  });

  test('a link covers whole words and no full stop', () => {
    const text = 'once one sees on our sea (some seas), one nears ones.';
    const at = (word: string): string => {
      const [from, to] = [text.indexOf(word), text.indexOf(word) + word.length];
      const edges = decideLinkEdges(text, (from - 0.4) / text.length, (to + 0.4) / text.length);
      return text.slice(edges.from, edges.to);
    };
    expect([at('once one'), at('some seas'), at('nears ones')]).toEqual([
      'once one',
      'some seas',
      'nears ones',
    ]);
  });
});
