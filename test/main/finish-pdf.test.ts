import { getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { finishPdf } from '../../main/pdf/finish-pdf.ts';
import { makePdf } from '../helpers/make-pdf.ts';

const NOW = new Date('2025-01-15T10:00:00Z');
const HTML = `<!DOCTYPE html><html lang="en-GB"><head><title>Privacy – Sorrel &amp; Söhne</title>
<meta name="description" content="Privacy, effective 15 January 2025"><meta name="author" content="Sorrel &amp; Söhne"></head>
<body><h1 id="top">Privacy</h1><h2 id="kept" data-line="3">What we <em>keep</em></h2><h3 id="long">How long</h3><h2 id="gone">Lost</h2></body>`;

function printed(): Buffer {
  const page = [{ text: 'As written.', size: 12, x: 50, y: 700 }];
  const [top, kept, long] = [700, 600, 500].map((y) => `[4 0 R /XYZ 0 ${y} 0]`);
  const dests = `/Dests 9 0 R`;
  const pdf = makePdf([page, page]).toString('latin1');
  const object = `9 0 obj\n<</top ${top}\n/kept ${kept}\n/long ${long}>>\nendobj\n`;
  const tableAt = pdf.indexOf('xref\n');
  // A ninth object and a longer first one: the table is made anew.
  const body = pdf.slice(0, tableAt).replace('/Type /Catalog', `/Type /Catalog ${dests}`) + object;
  const offsets = Array.from({ length: 9 }, (_, index) =>
    body.search(new RegExp(`(?<=\n)${index + 1} 0 obj`)),
  );
  const rows = offsets.map((at) =>
    at < 0 ? '0000000000 00000 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`,
  );
  return Buffer.from(
    `${body}xref\n0 10\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size 10\n/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

it('gives a printed page its properties and an outline', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(finishPdf(printed(), HTML, NOW)));
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({
    Title: 'Privacy – Sorrel & Söhne',
    Author: 'Sorrel & Söhne',
    Subject: 'Privacy, effective 15 January 2025',
    Creator: 'Codicil',
    CreationDate: 'D:20250115100000Z',
    Language: 'en-GB',
  });
  const outline = await pdf.getOutline();
  expect(outline).toMatchObject([
    { title: 'Privacy', items: [{ title: 'What we keep', items: [{ title: 'How long', items: [] }] }] },
  ]);
  expect(pdf.numPages).toBe(2);
});

it('is the same for the same page and moment', () => {
  expect(finishPdf(printed(), HTML, NOW)).toEqual(finishPdf(printed(), HTML, NOW));
});

it('leaves a file alone that it does not understand', () => {
  const other = Buffer.from('%PDF-1.7\nno table\n');
  expect(finishPdf(other, HTML, NOW)).toBe(other);
});
