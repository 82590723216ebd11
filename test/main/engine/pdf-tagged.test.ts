import { describe, expect, test } from 'vitest';
import { treeToMarkdown } from '../../../main/engine/import/html-to-markdown.ts';
import type { PdfItem } from '../../../main/engine/import/pdf-items.ts';
import type { PdfPage, StructNode } from '../../../main/engine/import/pdf-page.ts';
import { readTaggedPages } from '../../../main/engine/import/pdf-tagged.ts';

/** A node of the structure: a role and what is in it; a text is a piece of content. */
type Tagged = readonly [role: string, ...inside: (Tagged | string)[]];

/** A page whose pieces of content stand on a line each. */
function page(number: number, nodes: readonly Tagged[], furniture = ''): PdfPage {
  const items: PdfItem[] = [];
  const place = (text: string, content: string): void => {
    const at = items.length;
    items.push({
      text,
      x: 72,
      y: 700 - at * 14,
      width: text.length * 5,
      size: 10,
      bold: false,
      family: '',
      rightToLeft: false,
      content,
    });
  };
  const build = ([role, ...inside]: Tagged): StructNode => ({
    role,
    children: inside.map((part) => {
      if (typeof part !== 'string') return build(part);
      if (part.startsWith('#')) return { type: 'object', id: part };
      const id = `p${number}_${items.length}`;
      place(part, id);
      return { type: 'content', id };
    }),
  });
  const structure = [build(['Document', ...nodes])];
  if (furniture) place(furniture, '');
  return {
    number,
    height: 800,
    items,
    links: [{ id: '#7', rect: [0, 0, 1, 1], url: 'https://tern.example/rules' }],
    marks: [],
    structure,
  };
}

function read(pages: readonly PdfPage[]): string {
  const tagged = readTaggedPages(pages);
  return tagged ? treeToMarkdown({ type: 'root', children: tagged.tree }, 'x.pdf').text : 'not tagged';
}

describe('what a tagged file says', () => {
  test('headings, lists with their labels, tables and links; what is outside of it is left out', () => {
    const pages = [
      page(
        1,
        [
          ['H1', 'Harbour Terms'],
          ['Sect', ['H2', 'Fares'], ['P', ['Span', 'See the '], ['Link', 'rules', '#7']]],
          [
            'L',
            ['LI', ['Lbl', '2.'], ['LBody', 'Two', ['L', ['LI', ['Lbl', '(a)'], ['LBody', 'part']]]]],
            ['LI', ['Lbl', '3.'], ['LBody', ['P', 'Three']]],
          ],
          ['Table', ['TR', ['TH', ['P', 'Who']], ['TH', 'Why']], ['TR', ['TD', 'Ferrymail'], ['TD', 'mail']]],
        ],
        'Page 1 of 1',
      ),
    ];
    expect(read(pages)).toBe(
      [
        '# Harbour Terms',
        '## Fares',
        'See the [rules](https://tern.example/rules)',
        '2. Two\n   - (a) part\n3. Three',
        '| Who       | Why  |\n| --------- | ---- |\n| Ferrymail | mail |\n',
      ].join('\n\n'),
    );
    expect(readTaggedPages(pages)?.left).toBe(1);
  });

  test('paragraphs, items and tables go on over the end of a page', () => {
    const row = (...cells: string[]): Tagged => ['TR', ...cells.map((cell): Tagged => ['TD', cell])];
    const head: Tagged = ['TR', ['TH', 'Who'], ['TH', 'Why']];
    expect(
      read([
        page(1, [
          ['H1', 'Terms'],
          ['P', 'It ends on the next har-'],
        ]),
        page(2, [
          ['P', 'bour page.'],
          ['L', ['LI', ['Lbl', '1.'], ['LBody', 'first']], ['LI', ['Lbl', '2.'], ['LBody', 'second begins']]],
        ]),
        page(3, [
          [
            'L',
            ['LI', ['Lbl'], ['LBody']],
            ['LI', ['Lbl'], ['LBody', 'and ends']],
            ['LI', ['Lbl', '3.'], ['LBody', 'third']],
          ],
          ['Table', head, row('Tern', 'mail')],
        ]),
        page(4, [['Table', head, row('Gull', 'post')]]),
      ]),
    ).toBe(
      [
        '# Terms',
        'It ends on the next harbour page.',
        '1. first\n2. second begins and ends\n3. third',
        '| Who  | Why  |\n| ---- | ---- |\n| Tern | mail |\n| Gull | post |\n',
      ].join('\n\n'),
    );
  });

  test('a structure that says nothing, or leaves out most of the text, is not used', () => {
    expect(
      read([
        page(1, [
          ['P', 'only'],
          ['P', 'paragraphs'],
        ]),
      ]),
    ).toBe('not tagged');
    expect(read([page(1, [['H1', 'Terms']], 'a text that stands outside of the structure altogether')])).toBe(
      'not tagged',
    );
  });
});
