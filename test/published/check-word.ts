import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeComparisonDocx } from '../../main/engine/export/write-comparison-docx.ts';
import { buildRedline } from '../../shared/compare/build-redline.ts';
import { compareTexts } from '../../shared/compare/compare.ts';
import { visibleWords } from '../shared/publish/visible-text.ts';
import { hasOffice, resolveChanges } from './office.ts';
import { cellsOfMarkdown, readOfficeHtml } from './office-html.ts';
import { developmentPairs, drawnPairs, inventedPairs, type TextPair } from './text-pairs.ts';

/*
 * Has LibreOffice accept and reject all changes of Word files with tracked changes: the words, and those of each table cell, must be the new
 * text's and the old one's. On pairs of our own, the development pairs, and pairs drawn from the histories. Ends with 1 if any differs.
 *
 *   node test/published/check-word.ts [HOW MANY ARE DRAWN, 40] [SEED]
 */

const home = mkdtempSync(join(tmpdir(), 'codicil-word-'));

async function writeFiles(pairs: readonly TextPair[], folder: string): Promise<void> {
  mkdirSync(folder);
  for (const [index, { a, b }] of pairs.entries()) {
    const comparison = compareTexts({ label: 'old', text: a }, { label: 'new', text: b });
    const redline = buildRedline(comparison);
    const docx = { comparison, redline, author: 'Ada Quill', date: '2025-01-02T03:04:05Z' };
    writeFileSync(join(folder, `${index}.docx`), await writeComparisonDocx(docx));
  }
}

function faultsOf(file: string, text: string): string[] {
  const found = readOfficeHtml(readFileSync(file, 'utf8'));
  return [
    ...difference('words', visibleWords(text), found.words),
    ...difference('cells', cellsOfMarkdown(text), found.cells),
  ];
}

function difference(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const at = expected.findIndex((value, index) => value !== found[index]);
  if (at < 0 && expected.length === found.length) return [];
  const from = at < 0 ? expected.length : at;
  const around = (list: readonly string[]): string =>
    JSON.stringify(list.slice(Math.max(0, from - 3), from + 6));
  return [`${what} differ at ${from}: expected ${around(expected)}, found ${around(found)}`];
}

async function check(): Promise<number> {
  const [count = 40, seed = 1] = process.argv.slice(2).map(Number);
  const pairs = [...inventedPairs(), ...developmentPairs(), ...drawnPairs(count, seed, home)];
  const folder = join(home, 'files');
  await writeFiles(pairs, folder);
  resolveChanges(folder, join(home, 'profile'));
  let faults = 0;
  let tables = 0;
  for (const [index, { name, a, b }] of pairs.entries()) {
    for (const [side, text] of [
      ['reject', a],
      ['accept', b],
    ] as const) {
      const found = faultsOf(join(folder, `${index}.${side}.html`), text);
      if (found.length > 0) faults++;
      for (const fault of found) console.log(`  ${name}, ${side} all: ${fault}`);
      if (cellsOfMarkdown(text).length > 0) tables++;
    }
  }
  console.log(
    `${pairs.length} pairs, ${pairs.length * 2 - faults} of ${pairs.length * 2} texts come back (${tables} with tables)`,
  );
  return faults;
}

if (!hasOffice()) {
  console.log('Skipped: LibreOffice is not installed (Debian: apt install libreoffice-writer-nogui)');
} else {
  try {
    process.exitCode = (await check()) === 0 ? 0 : 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
