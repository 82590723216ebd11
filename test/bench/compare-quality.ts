import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { normaliseText } from '../../shared/model/text.ts';
import { readShared, sharedDir } from '../helpers/shared-data.ts';
import { type CharRange, loadTools, type Tool, type ToolResult } from './compare-tools.ts';

/*
 * How readable and how minimal each tool's comparison of the real pairs is, by the corpus's own metrics, all in one run.
 * `node test/bench/compare-quality.ts [words of a tool's name]` prints the table of docs/benchmarks.md.
 */

interface Token extends Array<unknown> {
  readonly 0: string;
  readonly 1: number;
  readonly 2: number;
}
interface MovedGroup {
  readonly oldChars: CharRange;
  readonly newChars: CharRange;
}
interface Metrics {
  tokenize(text: string): Token[];
  sentences(text: string): CharRange[];
  lineOffsets(text: string): number[];
  tableCells(a: string, b: string): { readonly cells: unknown[] };
  measure(
    a: string,
    b: string,
    result: { old: CharRange[]; new: CharRange[] },
    context: {
      to: Token[];
      tn: Token[];
      so: CharRange[];
      sn: CharRange[];
      cells: unknown[];
      moves: MovedGroup[];
    },
  ): {
    readonly changed: number;
    readonly chSent: number;
    readonly confSent: number;
    readonly runsInSent: number;
    readonly cellTP: number;
    readonly cellFP: number;
    readonly cellFN: number;
  };
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly minimal: number;
  readonly moves: readonly MovedGroup[];
}

function readPairs(metrics: Metrics): Pair[] {
  const names = readdirSync(join(sharedDir ?? '', 'corpus/pairs')).filter((name) => /^\d+$/.test(name));
  return names.map((name): Pair => {
    const [a, b] = ['old.md', 'new.md'].map((file) =>
      normaliseText(readShared(`corpus/pairs/${name}/${file}`)),
    );
    const { stats } = JSON.parse(readShared(`corpus/pairs/${name}/meta.json`));
    const { verified, groups } = JSON.parse(readShared(`corpus/pairs/${name}/moved_blocks.json`));
    const startsA = metrics.lineOffsets(a ?? '');
    const startsB = metrics.lineOffsets(b ?? '');
    const chars = (starts: readonly number[], [from, to]: CharRange): CharRange => [
      starts[from - 1] ?? 0,
      (starts[to] ?? 1) - 1,
    ];
    return {
      a: a ?? '',
      b: b ?? '',
      minimal: stats.token_lcs_deleted + stats.token_lcs_inserted,
      moves: (verified ? groups : []).map((group: { old_lines: CharRange; new_lines: CharRange }) => ({
        oldChars: chars(startsA, group.old_lines),
        newChars: chars(startsB, group.new_lines),
      })),
    };
  });
}

function isFound(result: ToolResult, group: MovedGroup): boolean {
  const covered = (side: 'old' | 'new', [from, to]: CharRange): boolean => {
    const shared = result.moves.map(({ [side]: [start, end] }) =>
      Math.max(0, Math.min(to, end) - Math.max(from, start)),
    );
    return shared.reduce((sum, length) => sum + length, 0) >= (to - from) / 2;
  };
  return covered('old', group.oldChars) && covered('new', group.newChars);
}

function scoreTool(tool: Tool, pairs: readonly Pair[], metrics: Metrics): string {
  const total = {
    changed: 0,
    minimal: 0,
    sentences: 0,
    choppy: 0,
    runs: 0,
    found: 0,
    moves: 0,
    right: 0,
    wrong: 0,
    missed: 0,
    undone: 0,
  };
  let slowest = 0;
  for (const { a, b, minimal, moves } of pairs) {
    const begun = performance.now();
    const result = tool.compare(a, b);
    slowest = Math.max(slowest, performance.now() - begun);
    if (!result) {
      total.undone++;
      continue;
    }
    const measured = metrics.measure(a, b, result, {
      to: metrics.tokenize(a),
      tn: metrics.tokenize(b),
      so: metrics.sentences(a),
      sn: metrics.sentences(b),
      cells: metrics.tableCells(a, b).cells,
      moves: [...moves],
    });
    total.changed += measured.changed;
    total.minimal += minimal;
    total.sentences += measured.chSent;
    total.choppy += measured.confSent;
    total.runs += measured.runsInSent;
    total.right += measured.cellTP;
    total.wrong += measured.cellFP;
    total.missed += measured.cellFN;
    total.moves += moves.length;
    total.found += moves.filter((group) => isFound(result, group)).length;
  }
  const share = (part: number, whole: number, digits: number): string =>
    (part / Math.max(1, whole)).toFixed(digits);
  const cells = `${share(total.right, total.right + total.wrong, 2)} / ${share(total.right, total.right + total.missed, 2)}`;
  return `| ${tool.name} | ${share(total.changed, total.minimal, 2)} | ${share(100 * total.choppy, total.sentences, 1)} % | ${share(total.runs, total.sentences, 2)} | ${total.found} of ${total.moves} | ${cells} | ${Math.round(slowest)} | ${total.undone} |`;
}

async function main(): Promise<void> {
  if (sharedDir === null) return;
  const metrics: Metrics = await import(
    pathToFileURL(join(sharedDir, 'corpus/scorers/pairs-metrics.mjs')).href
  );
  const pairs = readPairs(metrics);
  const wanted = process.argv.slice(2).join(' ');
  console.log(
    '| tool | changed words / minimum | choppy | runs per changed sentence | moves found | cell precision / recall | slowest pair, ms | not done |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const tool of await loadTools())
    if (tool.name.toLowerCase().includes(wanted.toLowerCase())) console.log(scoreTool(tool, pairs, metrics));
}

await main();
