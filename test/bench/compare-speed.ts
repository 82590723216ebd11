import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { diffWordsWithSpace } from 'diff';
import { buildRedline } from '../../shared/compare/build-redline.ts';
import { compareInSteps, compareTexts } from '../../shared/compare/compare.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { Dice, inventParagraph } from '../shared/compare/invented-policy.ts';
import { codicil } from './compare-tools.ts';

/*
 * Speed of comparison as medians and ratios of one run, on invented policies (no outside data needed):
 * `node test/bench/compare-speed.ts` prints the table of docs/benchmarks.md. Times do not carry over to other machines, ratios do.
 */

const KB = 1000;
/** Tells this program that it is the process which it started. */
const OWN_PROCESS = '--own-process';

function inventText(seed: number, length: number): string {
  const dice = new Dice(seed);
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const part = parts.length % 5 === 0 ? `## Part ${parts.length / 5 + 1}` : inventParagraph(dice);
    parts.push(part);
    size += part.length + 2;
  }
  return parts.join('\n\n').slice(0, length);
}

/** Changes one word in every tenth paragraph. */
function edit(text: string): string {
  return text
    .split('\n\n')
    .map((part, index) => (index % 10 === 3 ? part.replace(/ (\w+) and /, ' altered and ') : part))
    .join('\n\n');
}

function median(work: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return taken.sort((x, y) => x - y)[times >> 1] ?? 0;
}

function report(name: string, a: string, b: string, times: number): void {
  const parse = median(() => [parseDocument(a), parseDocument(b)], times);
  const compare = median(() => codicil.compare(a, b), times);
  const comparison = compareTexts({ label: 'a', text: a }, { label: 'b', text: b });
  const redline = median(() => buildRedline(comparison), times);
  const steps = longestStep(a, b);
  console.log(
    `| ${name} | ${compare.toFixed(1)} | ${(compare / parse).toFixed(1)} | ${redline.toFixed(1)} | ${steps.toFixed(0)} | ${comparison.precise} |`,
  );
}

function longestStep(a: string, b: string): number {
  const steps = compareInSteps({ label: 'a', text: a }, { label: 'b', text: b });
  let longest = 0;
  for (let done = false; !done; ) {
    const begun = performance.now();
    done = steps.next().done === true;
    longest = Math.max(longest, performance.now() - begun);
  }
  return longest;
}

/** Time and most memory of one comparison of 5 MB in a fresh process, redline included. */
function inOwnProcess(kind: string): string {
  const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), OWN_PROCESS, kind], {
    encoding: 'utf8',
  });
  return run.status === 0 ? run.stdout.trim() : run.stderr;
}

function compareLarge(kind: string | undefined): void {
  const a = inventText(4, 5000 * KB);
  const b = kind === 'different' ? inventText(15, 5000 * KB) : edit(a);
  const begun = performance.now();
  const comparison = compareTexts({ label: 'a', text: a }, { label: 'b', text: b });
  const taken = performance.now() - begun;
  buildRedline(comparison);
  const { user, system } = process.cpuUsage();
  console.log(
    `${taken.toFixed(0)} ms, ${comparison.precise ? 'precise' : 'not precise'}, ${((user + system) / 1e6).toFixed(1)} s of processor time in all, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`,
  );
}

function main(): void {
  const base = {
    kb25: inventText(1, 25 * KB),
    kb300: inventText(2, 300 * KB),
    mb1: inventText(3, 1000 * KB),
    mb5: inventText(4, 5000 * KB),
  };
  console.log('| pair | ms | times parsing both | redline, ms | longest step, ms | precise |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  report('25 KB, edited', base.kb25, edit(base.kb25), 21);
  report('25 KB, different', base.kb25, inventText(11, 25 * KB), 21);
  report('300 KB, edited', base.kb300, edit(base.kb300), 9);
  report('300 KB, different', base.kb300, inventText(12, 300 * KB), 9);
  report('1 MB, edited', base.mb1, edit(base.mb1), 3);
  report('1 MB, different', base.mb1, inventText(13, 1000 * KB), 3);
  report('5 MB, edited', base.mb5, edit(base.mb5), 1);
  for (const kind of ['edited', 'different'])
    console.log(`\n5 MB, ${kind}, in a process of its own: ${inOwnProcess(kind)}`);
  const other = inventText(14, 25 * KB);
  const own = median(() => codicil.compare(base.kb25, other), 9);
  const theirs = median(() => diffWordsWithSpace(base.kb25, other), 1);
  console.log(
    `jsdiff on the different 25 KB pair: ${theirs.toFixed(0)} ms, ${(theirs / own).toFixed(0)} times as long as Codicil.`,
  );
}

if (process.argv[2] === OWN_PROCESS) compareLarge(process.argv[3]);
else main();
