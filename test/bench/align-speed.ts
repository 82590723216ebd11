import { readdirSync } from 'node:fs';
import { alignPrepared, joinColumns, linkPair, prepareText, readCoverage } from '../../shared/align/align.ts';
import { factsOf } from '../../shared/align/facts.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { readShared, sharedDir } from '../helpers/shared-data.ts';

/*
 * Twenty policies of 30 to 290 KB side by side, each step against parsing the same texts in the same run, because ratios carry
 * over from machine to machine and times do not. `node test/bench/align-speed.ts`
 */

const COUNT = 20;
const SMALLEST = 30_000;
const LARGEST = 290_000;

/** Real policies one after the other until each text has its size. */
function makeTexts(): string[] {
  const sources = readdirSync(`${sharedDir}/corpus/documents`)
    .sort()
    .map((name) => readShared(`corpus/documents/${name}`));
  return Array.from({ length: COUNT }, (_, index) => {
    const size = SMALLEST + ((LARGEST - SMALLEST) * index) / (COUNT - 1);
    let text = '';
    for (let at = index; text.length < size; at++) text += `${sources[at % sources.length]}\n\n`;
    return text.slice(0, size);
  });
}

function time<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const begun = performance.now();
  const value = work();
  return { value, ms: performance.now() - begun };
}

function residentMegabytes(): string {
  return (process.memoryUsage().rss / 2 ** 20).toFixed(0);
}

function main(): void {
  if (sharedDir === null) return;
  const texts = makeTexts();
  for (const run of ['cold', 'warm']) {
    const parse = time(() => texts.map((text) => parseDocument(text)));
    // One policy at a time, as the engine reads them for the matrix.
    const matrix = time(() =>
      joinColumns(
        texts.map((text, index) => readCoverage(prepareText({ label: String(index), text }, index), index)),
      ),
    );
    console.log(`${run}: resident memory after the matrix ${residentMegabytes()} MB`);
    const read = time(() => texts.map((text, index) => prepareText({ label: String(index), text }, index)));
    const steps: (readonly [string, number])[] = [
      ['matrix of all', matrix.ms],
      ['facts of all', time(() => factsOf(read.value)).ms],
      ['links of all pairs', time(() => alignPrepared(read.value)).ms],
    ];
    const [x, y] = read.value.slice(-2);
    if (x && y) steps.push(['links of the two largest', time(() => linkPair(x, y)).ms]);
    console.log(
      `${run}: parsing ${parse.ms.toFixed(0)} ms, ${read.value.flatMap((one) => one.passages).length} passages`,
    );
    for (const [name, ms] of steps)
      console.log(`  ${name}: ${ms.toFixed(0)} ms, ${(ms / parse.ms).toFixed(2)} times parsing`);
  }
  console.log(`resident memory in the end ${residentMegabytes()} MB`);
}

main();
