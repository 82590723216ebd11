import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPolicyFile } from '../../../main/engine/import/read-file.ts';
import { makePdf } from '../../helpers/make-pdf.ts';
import { makeDocx } from '../../helpers/make-zip.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-read-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = Buffer.from('<!DOCTYPE html><html><body><p>We ferry you.</p></body></html>');
const word = makeDocx('<w:p><w:r><w:t>We ferry you.</w:t></w:r></w:p>');
const print = makePdf([[{ text: 'We ferry you.', size: 11, x: 72, y: 700 }]]);

test.each([
  ['page.txt', page, 'html', 'Its name promises text, but it is a web page; it was read as that.'],
  ['word.pdf', word, 'docx', 'Its name promises a PDF, but it is a Word document; it was read as that.'],
  ['print.docx', print, 'pdf', 'Its name promises a Word document, but it is a PDF; it was read as that.'],
] as const)('%s is read as what it is', async (name, bytes, format, message) => {
  writeFileSync(join(folder, name), bytes);
  expect(await readPolicyFile(join(folder, name))).toMatchObject({
    ok: true,
    value: {
      format,
      text: 'We ferry you.\n',
      diagnostics: expect.arrayContaining([expect.objectContaining({ severity: 'warning', message })]),
    },
  });
});

test.each([
  ['old.doc', "old.doc is a word processor's file of another kind; open it there and save it as .docx."],
  ['page.docx', 'page.docx is not a Word document.'],
])('%s is refused', async (name, message) => {
  writeFileSync(join(folder, name), page);
  expect(await readPolicyFile(join(folder, name))).toMatchObject({ ok: false, error: { message } });
});
