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

  test('footnotes become footnotes', async () => {
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
    expect(text).toBe('We ferry you.[^1]\n\n[^1]: In fair weather.\n');
  });

  test('numbers of headings, clauses and lists are those that Word shows', async () => {
    const level = (at: number, format: string, text: string, more = ''): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.', '<w:pStyle w:val="Heading1"/>')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerRoman', '%2)')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const item = (num: number, at: number, text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${num}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const relation = (name: string): string =>
      `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`;
    const body = [
      paragraph('Fares', 'Heading1'),
      item(1, 1, 'Everybody pays:'),
      item(1, 2, 'before boarding'),
      paragraph('Boarding', 'Heading1'),
      item(1, 1, 'Mind the step.'),
      item(2, 0, 'Ask'),
      item(2, 1, 'politely'),
      paragraph('Then:'),
      item(2, 0, 'Wait'),
      item(3, 0, 'Go'),
    ];
    const { text } = unwrap(
      await readDocx(
        makeDocx(body.join(''), {
          'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('numbering')}${relation('styles')}</Relationships>`,
          'word/numbering.xml': numbering,
          'word/styles.xml': styles,
        }),
        'policy.docx',
      ),
    );
    expect(text.split('\n\n')).toEqual([
      '# 1. Fares',
      '1.1 Everybody pays:',
      '- (a) before boarding',
      '# 2. Boarding',
      '2.1 Mind the step.',
      '1. Ask\n   - i) politely',
      'Then:',
      '2. Wait',
      '7) Go\n',
    ]);
  });

  test('keeps what fields show, and says what stands outside of the text', async () => {
    const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const field =
      '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:fldSimple w:instr=" REF x "><w:r><w:t>Section 2</w:t></w:r></w:fldSimple><w:r><w:rPr><w:vanish/></w:rPr><w:t>.</w:t></w:r></w:p>';
    const { text, title, diagnostics } = unwrap(
      await readDocx(
        makeDocx(field, {
          'word/header1.xml': `<w:hdr ${main}>${paragraph('Confidential')}</w:hdr>`,
          'word/comments.xml': `<w:comments ${main}><w:comment w:id="1">${paragraph('Really?')}</w:comment></w:comments>`,
          'docProps/core.xml':
            '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>Tern &amp; Gull</dc:title></cp:coreProperties>',
        }),
        'policy.docx',
      ),
    );
    expect([text, title, ...diagnostics.map(({ message }) => message)]).toEqual([
      'See Section 2.\n',
      'Tern & Gull',
      'Headers and footers of the pages were left out.',
      '1 comment in the margin was left out.',
      '1 passage is hidden in Word; its text is kept.',
    ]);
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
