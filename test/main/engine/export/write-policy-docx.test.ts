import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writePolicyDocx } from '../../../../main/engine/export/write-policy-docx.ts';
import { parseDocument } from '../../../../shared/markdown/parse-document.ts';
import type { PolicyPageInput } from '../../../../shared/publish/render-policy-page.ts';
import { inspect } from '../../../../shared/structure/inspect.ts';
import { structureOfPage } from '../../../shared/publish/read-structure.ts';
import { sampleVersion } from '../../../shared/publish/sample-version.ts';
import { words } from '../../../shared/publish/visible-text.ts';
import { docxPart, resolvedText } from './read-docx-xml.ts';

const samples = fileURLToPath(new URL('../../../../resources/samples', import.meta.url));

function write(text: string, given: Partial<PolicyPageInput> = {}): Promise<Uint8Array> {
  return writePolicyDocx({
    text,
    inspection: inspect(parseDocument(text)),
    company: 'Quillmere & Sons',
    policyName: 'Privacy Policy',
    version: null,
    history: [],
    ...given,
  });
}

async function body(text: string): Promise<string> {
  return docxPart(await write(text), 'word/document.xml');
}

describe('writePolicyDocx', () => {
  it('uses Word styles for headings, the title first', async () => {
    const xml = await body('# Policy\n\n## One\n\n### Two\n\nText.');
    expect([...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)).toEqual([
      'Title',
      'Heading1',
      'Heading2',
    ]);
  });

  it('restarts each numbered list and keeps its first number', async () => {
    const docx = await write('3. c\n4. d\n\nText\n\n1. a\n   * b\n');
    const numbering = docxPart(docx, 'word/numbering.xml');
    expect(numbering).toContain('<w:start w:val="3"/>');
    const ids = [
      ...docxPart(docx, 'word/document.xml').matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g),
    ];
    expect(ids.map(([, level]) => level)).toEqual(['0', '0', '0', '1']);
    expect(new Set(ids.map(([, , id]) => id)).size).toBe(3);
  });

  it('repeats table heads and keeps rows whole', async () => {
    const xml = await body('| a | b |\n| - | -: |\n| c | d |');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(2);
    expect(xml).toContain('<w:jc w:val="right"/>');
  });

  it('links inside by bookmark and outside by relationship', async () => {
    const docx = await write(
      '# A\n\n## B\n\n[in](#b) [out](https://out.example/?a=1&b=2) [no](javascript:x)',
    );
    const xml = docxPart(docx, 'word/document.xml');
    const bookmark = /<w:hyperlink[^>]* w:anchor="(\w+)"/.exec(xml)?.[1] ?? 'none';
    expect(xml).toMatch(new RegExp(`<w:bookmarkStart [^>]*w:name="${bookmark}"`));
    const links = docxPart(docx, 'word/_rels/document.xml.rels');
    expect(links).toContain('Target="https://out.example/?a=1&amp;b=2"');
    expect(links).not.toContain('javascript');
  });

  it('has contents as a field, and the page of the pages at the foot', async () => {
    const docx = await write('# A\n\n## B\n\n## C\n\n## D');
    expect(docxPart(docx, 'word/document.xml')).toMatch(/<w:instrText[^>]*>TOC \\h/);
    expect(docxPart(docx, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
  });

  it('has the contents behind the title, under a heading that is not of the document', async () => {
    const xml = await body('> Archived.\n\n# A\n\n## B\n\n## C\n\n## D');
    const styles = [...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style);
    expect(styles.slice(0, 4)).toEqual(['PolicyQuote', 'Title', 'TOCHeading', 'TOC1']);
  });

  it('takes fonts, colours and logo of the theme', async () => {
    const css = ':root { --ink: #102030; --accent: #a04; --text-face: Charter, "Book Antiqua", serif; }';
    const logo = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"></svg>')}`;
    const docx = await write('# A\n\nText', { theme: { css, logo } });
    const styles = docxPart(docx, 'word/styles.xml');
    expect(styles).toMatch(/<w:docDefaults>.*w:ascii="Book Antiqua".*<w:color w:val="102030"/);
    expect(styles).toMatch(/w:styleId="Hyperlink".*?<w:color w:val="AA0044"/);
    expect(docxPart(docx, 'word/document.xml')).toContain('<w:titlePg');
    expect(docxPart(docx, 'word/header2.xml')).toContain('Logo of Quillmere &amp; Sons');
  });

  it('gives columns the room that their words need', async () => {
    const long = 'a long explanation of what this is for '.repeat(4);
    const xml = await body(`| Who | What |\n|-|-|\n| Ada | ${long} |`);
    const [narrow = 0, wide = 0] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(wide).toBeGreaterThan(4 * narrow);
    expect(narrow).toBeGreaterThan(400);
  });

  it('holds nothing that XML cannot hold', async () => {
    const xml = await body('a \u0001 b \ud800 c \ufffe d');
    expect(words(resolvedText(await write('a \u0001 b'), 'accept'))).toEqual(['Privacy', 'Policy', 'a', 'b']);
    expect(xml).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe]/u);
  });

  it('has every word of each sample in order, and the history after it', async () => {
    const files = readdirSync(samples, { recursive: true })
      .map(String)
      .filter((file) => /-\d\d\.md$/.test(file));
    for (const file of files) {
      const text = readFileSync(join(samples, file), 'utf8');
      const titleWords = words(structureOfPage(text).blocks[0] ?? '').length - 1;
      const version = sampleVersion({ note: 'What changed here.' });
      const docx = await write(text, { version, history: [version] });
      const expected = structureOfPage(text).blocks.map((block) => block.replace(/^[\w()]+ ?/, ''));
      // Read from the end, for the contents at the head repeat the headings.
      const got = words(resolvedText(docx, 'accept').split('\nVersions of this document\n')[0] ?? '');
      const said = words(expected.join('\n'));
      expect(got.slice(-said.length + titleWords), file).toEqual(said.slice(titleWords));
    }
  });
});

describe('notes and pictures', () => {
  const DOT =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  it('become footnotes and pictures of Word; what nothing refers to stays in the text', async () => {
    const docx = await write(
      `# A\n\nKept[^1] and kept[^1].\n\n![A dot](${DOT}) ![Elsewhere](https://a.example/x.png)\n\n[^1]: For *tax*.\n[^2]: Left over.\n`,
    );
    const text = docxPart(docx, 'word/document.xml');
    expect(text.match(/<w:footnoteReference w:id="1"/g)).toHaveLength(1);
    expect(docxPart(docx, 'word/footnotes.xml')).toMatch(/For [\s\S]*tax/);
    expect(text).not.toContain('tax');
    expect(text).toContain('Left over.');
    expect(text).toContain('<pic:pic');
    expect(text).toContain('Elsewhere');
  });
});
