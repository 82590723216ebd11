import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../main/engine/import/read-pdf.ts';
import { makePdf, type PdfTextLine } from '../../helpers/make-pdf.ts';
import { unwrap } from '../../helpers/test-library.ts';

const line = (text: string, y: number, size = 11, x = 72): PdfTextLine => ({ text, size, x, y });

/** A page with its furniture; what is between is the document. */
function page(number: number, lines: readonly PdfTextLine[]): PdfTextLine[] {
  return [line('Fernholm Ferries - confidential', 770, 8), ...lines, line(`Page ${number} of 3`, 30, 8)];
}

const document = makePdf([
  page(1, [
    line('Privacy Policy', 700, 22),
    line('What we keep', 660, 15),
    line('We keep your name and your ad-', 630),
    line('dress for 30 days. We ferry you across the', 616),
    line('sound.', 602),
    line('A second paragraph stands apart.', 570),
  ]),
  page(2, [line('It ends on', 700)]),
  page(3, [
    line('the next page.', 700),
    line('- one thing', 660),
    line('- another thing', 646),
    line('<img src=x> *star*', 600),
  ]),
]);

describe('readPdf', () => {
  test('reads headings by size, paragraphs, divided words and lists; page furniture goes', async () => {
    const { text, diagnostics, format } = unwrap(await readPdf(document, 'policy.pdf'));
    expect(text).toBe(
      [
        '# Privacy Policy',
        '## What we keep',
        'We keep your name and your address for 30 days. We ferry you across the sound.',
        'A second paragraph stands apart.',
        'It ends on the next page.',
        '- one thing\n- another thing',
        '&lt;img src=x> \\*star\\*\n',
      ].join('\n\n'),
    );
    expect(format).toBe('pdf');
    expect(diagnostics[0]?.message).toBe(
      '6 lines at the edges of the pages (headers, footers, page numbers) were left out.',
    );
  });

  test('refuses what has no text, is encrypted or damaged', async () => {
    const refusal = async (bytes: Buffer): Promise<string> => {
      const read = await readPdf(bytes, 'policy.pdf');
      return read.ok ? 'accepted' : read.error.message;
    };
    const locked =
      '/Encrypt << /Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) /P -4 >> /ID [(a) (b)]';
    expect([
      await refusal(Buffer.alloc(0)),
      await refusal(Buffer.from('plain text')),
      await refusal(Buffer.from('%PDF-1.4\n')),
      await refusal(makePdf([[]])),
      await refusal(makePdf([[line('secret', 700)]], locked)),
    ]).toEqual([
      'policy.pdf is empty.',
      'policy.pdf is not a PDF.',
      'policy.pdf is damaged: it is not a PDF that can be read.',
      'policy.pdf has no text: it is a scan or only pictures.',
      'policy.pdf is encrypted; save it without a password.',
    ]);
  });
});
