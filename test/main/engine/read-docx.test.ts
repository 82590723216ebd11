import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../main/engine/import/read-docx.ts';
import { makeDocx, makeZip } from '../../helpers/make-zip.ts';
import { unwrap } from '../../helpers/test-library.ts';

const paragraph = (text: string, style = ''): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

async function refusal(bytes: Buffer): Promise<string> {
  const read = await readDocx(bytes, 'policy.docx');
  return read.ok ? `accepted: ${read.value.text}` : read.error.message;
}

describe('readDocx', () => {
  test('reads headings, text and tables', async () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const body = `${paragraph('Privacy', 'Heading1')}${paragraph('We ferry you.')}<w:tbl>${row('Who', 'Why')}${row('Ferrymail', 'mail')}</w:tbl>`;
    const { text } = unwrap(await readDocx(makeDocx(body), 'policy.docx'));
    expect(text).toContain('# Privacy\n\nWe ferry you.\n\n');
    expect(text).toContain('| Ferrymail | mail |');
  });

  test('keeps footnotes by their number, without links that lead nowhere', async () => {
    const note = '<w:p><w:r><w:t>We ferry you.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
    const { text } = unwrap(
      await readDocx(
        makeDocx(note, {
          'word/_rels/document.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
          'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${paragraph('In fair weather.')}</w:footnote></w:footnotes>`,
        }),
        'policy.docx',
      ),
    );
    expect(text).toBe('We ferry you.\\[1]\n\n1. In fair weather.\n');
  });

  test('a link to a file or a script keeps its words and loses its address', async () => {
    const link = '<w:p><w:hyperlink r:id="l1"><w:r><w:t>click here</w:t></w:r></w:hyperlink></w:p>';
    const relations = (target: string): Record<string, string> => ({
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="l1" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}"/></Relationships>`,
    });
    const read = async (target: string): Promise<string> =>
      unwrap(await readDocx(makeDocx(link, relations(target)), 'policy.docx')).text;
    expect(await read('file:///usr/bin/x')).toBe('click here\n');
    expect(await read('javascript:alert(1)')).toBe('click here\n');
    expect(await read('https://f.example/')).toBe('[click here](https://f.example/)\n');
  });

  test('refuses what is not a sound Word document, with the reason', async () => {
    const good = makeDocx(paragraph('text'));
    expect([
      await refusal(Buffer.alloc(0)),
      await refusal(Buffer.from('plain text')),
      await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      await refusal(good.subarray(0, good.length / 2)),
      await refusal(makeZip({ 'word/document.xml': '<x/>' }, 1)),
      await refusal(makeDocx('<w:p/>')),
      await refusal(makeDocx(paragraph('a&#1;b'))),
      await refusal(makeDocx('', { 'word/extra.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' })),
      await refusal(
        makeZip(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`f${index}`, '']))),
      ),
    ]).toEqual([
      'policy.docx is empty.',
      'policy.docx is not a Word document.',
      'policy.docx is an old Word file (.doc) or is encrypted; save it as .docx without a password.',
      'policy.docx is damaged: its list of parts is missing.',
      'policy.docx is encrypted; save it without a password.',
      'policy.docx holds no text.',
      'policy.docx was refused: its part word/document.xml holds characters that XML forbids.',
      'policy.docx was refused: its part word/extra.xml declares entities, which Word never does.',
      'policy.docx was refused: it has 5001 parts.',
    ]);
  });
});
