import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffWordsWithSpace } from 'diff';
import { diffCleanupSemantic, diffMain } from 'diff-match-patch-es';
import { diff as myersDiff } from 'fast-myers-diff';
import { compareTexts } from '../../shared/compare/compare.ts';
import { TOKEN_PATTERN } from '../../shared/model/text.ts';

export type CharRange = [from: number, to: number];

/** What a tool says of two texts, brought down to what all can say: which characters changed, and which moved. */
export interface ToolResult {
  readonly old: CharRange[];
  readonly new: CharRange[];
  readonly moves: { readonly old: CharRange; readonly new: CharRange; readonly id: number }[];
}

/** A tool to measure; null where it gave up at its limit. */
export interface Tool {
  readonly name: string;
  compare(a: string, b: string): ToolResult | null;
}

/** Seconds that tools with a limit of their own may take for one pair. */
const LIMIT_SECONDS = 5;
/** Texts whose lengths multiply to more take Myers' method on words minutes where they differ. */
const MYERS_LIMIT = 60_000 ** 2;

/** Loads all tools; Monaco's computer is loaded by path because the package only promises its editor. */
export async function loadTools(): Promise<Tool[]> {
  return [
    codicil,
    jsdiff,
    diffMatchPatch,
    fastMyers,
    await loadMonaco(),
    ...['myers', 'patience', 'histogram'].map(gitWordDiff),
  ];
}

/** Codicil's own engine. */
export const codicil: Tool = {
  name: 'Codicil',
  compare(a, b) {
    const { spans } = compareTexts({ label: 'a', text: a }, { label: 'b', text: b });
    return {
      old: spans.filter(({ op }) => op === 'delete').map(({ fromA, toA }) => [fromA, toA]),
      new: spans.filter(({ op }) => op === 'insert').map(({ fromB, toB }) => [fromB, toB]),
      moves: spans
        .filter(({ op }) => op === 'move')
        .map(({ fromA, toA, fromB, toB, move = 0 }) => ({ old: [fromA, toA], new: [fromB, toB], id: move })),
    };
  },
};

/** jsdiff by words, white space kept. */
export const jsdiff: Tool = {
  name: 'jsdiff diffWordsWithSpace',
  compare(a, b) {
    const parts = diffWordsWithSpace(a, b, { timeout: LIMIT_SECONDS * 1000 });
    return parts
      ? fromParts(parts.map(({ value, added, removed }) => [removed ? -1 : added ? 1 : 0, value]))
      : null;
  },
};

const diffMatchPatch: Tool = {
  name: 'diff-match-patch, semantic cleanup',
  compare(a, b) {
    const parts = diffMain(a, b, { diffTimeout: LIMIT_SECONDS });
    diffCleanupSemantic(parts);
    return fromParts(parts);
  },
};

const fastMyers: Tool = {
  name: 'fast-myers-diff on words',
  compare(a, b) {
    if (a.length * b.length > MYERS_LIMIT) return null;
    const wordsA = [...a.matchAll(TOKEN_PATTERN)];
    const wordsB = [...b.matchAll(TOKEN_PATTERN)];
    const result: ToolResult = { old: [], new: [], moves: [] };
    const changes = myersDiff(
      wordsA.map(([word]) => word),
      wordsB.map(([word]) => word),
    );
    for (const [fromA, toA, fromB, toB] of changes) {
      if (toA > fromA) result.old.push(rangeOf(wordsA, fromA, toA));
      if (toB > fromB) result.new.push(rangeOf(wordsB, fromB, toB));
    }
    return result;
  },
};

function rangeOf(words: readonly RegExpExecArray[], from: number, to: number): CharRange {
  const last = words[to - 1];
  return [words[from]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)];
}

function fromParts(parts: readonly (readonly [number, string])[]): ToolResult {
  const result: ToolResult = { old: [], new: [], moves: [] };
  let atA = 0;
  let atB = 0;
  for (const [sign, value] of parts) {
    if (sign < 0) result.old.push([atA, atA + value.length]);
    if (sign > 0) result.new.push([atB, atB + value.length]);
    if (sign <= 0) atA += value.length;
    if (sign >= 0) atB += value.length;
  }
  return result;
}

interface MonacoRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}
interface MonacoLines {
  readonly startLineNumber: number;
  readonly endLineNumberExclusive: number;
}
interface MonacoChange {
  readonly original: MonacoLines;
  readonly modified: MonacoLines;
  readonly innerChanges?: readonly {
    readonly originalRange: MonacoRange;
    readonly modifiedRange: MonacoRange;
  }[];
}
interface MonacoMove {
  readonly lineRangeMapping: { readonly original: MonacoLines; readonly modified: MonacoLines };
  readonly changes: readonly MonacoChange[];
}
interface MonacoModule {
  readonly DefaultLinesDiffComputer: new () => {
    computeDiff(
      a: string[],
      b: string[],
      options: { ignoreTrimWhitespace: boolean; maxComputationTimeMs: number; computeMoves: boolean },
    ): { changes: readonly MonacoChange[]; moves: readonly MonacoMove[]; hitTimeout: boolean };
  };
}

async function loadMonaco(): Promise<Tool> {
  const path = 'monaco-editor/editor/common/diff/defaultLinesDiffComputer/defaultLinesDiffComputer.js';
  const { DefaultLinesDiffComputer }: MonacoModule = await import(path);
  return {
    name: 'Monaco advanced, moves on',
    compare(a, b) {
      const computer = new DefaultLinesDiffComputer();
      const options = {
        ignoreTrimWhitespace: false,
        maxComputationTimeMs: LIMIT_SECONDS * 1000,
        computeMoves: true,
      };
      const { changes, moves } = computer.computeDiff(a.split('\n'), b.split('\n'), options);
      return fromMonaco(lineStarts(a), lineStarts(b), changes, moves);
    },
  };
}

function fromMonaco(
  startsA: readonly number[],
  startsB: readonly number[],
  changes: readonly MonacoChange[],
  moves: readonly MonacoMove[],
): ToolResult {
  const within = (outer: MonacoLines, inner: MonacoLines): boolean =>
    inner.startLineNumber >= outer.startLineNumber &&
    inner.endLineNumberExclusive <= outer.endLineNumberExclusive;
  const inMove = (change: MonacoChange): boolean =>
    moves.some(
      ({ lineRangeMapping: { original, modified } }) =>
        within(original, change.original) && within(modified, change.modified),
    );
  const shown = [...changes.filter((change) => !inMove(change)), ...moves.flatMap((move) => move.changes)];
  const inner = shown.flatMap((change) => change.innerChanges ?? []);
  return {
    old: inner.map(({ originalRange }) => toChars(startsA, originalRange)),
    new: inner.map(({ modifiedRange }) => toChars(startsB, modifiedRange)),
    moves: moves.map(({ lineRangeMapping: { original, modified } }, id) => ({
      old: linesToChars(startsA, original),
      new: linesToChars(startsB, modified),
      id,
    })),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return [...starts, text.length + 1];
}

function toChars(starts: readonly number[], range: MonacoRange): CharRange {
  const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  return [offset(range.startLineNumber, range.startColumn), offset(range.endLineNumber, range.endColumn)];
}

function linesToChars(starts: readonly number[], lines: MonacoLines): CharRange {
  return [starts[lines.startLineNumber - 1] ?? 0, (starts[lines.endLineNumberExclusive - 1] ?? 1) - 1];
}

/** git's word diff as a process. Its porcelain drops white space, so places are found by counting the other characters. */
function gitWordDiff(algorithm: string): Tool {
  return {
    name: `git --word-diff, ${algorithm}`,
    compare(a, b) {
      const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
      writeFileSync(join(folder, 'a'), a);
      writeFileSync(join(folder, 'b'), b);
      const options = [
        'diff',
        '--no-index',
        '--no-color',
        '-U10000000',
        '--word-diff=porcelain',
        `--diff-algorithm=${algorithm}`,
      ];
      const { stdout } = spawnSync('git', [...options, 'a', 'b'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      rmSync(folder, { recursive: true });
      return fromPorcelain(stdout, a, b);
    },
  };
}

function fromPorcelain(output: string, a: string, b: string): ToolResult {
  const result: ToolResult = { old: [], new: [], moves: [] };
  const solidA = solidPlaces(a);
  const solidB = solidPlaces(b);
  let atA = 0;
  let atB = 0;
  const header = output.indexOf('\n@@');
  for (const line of header < 0 ? [] : output.slice(output.indexOf('\n', header + 1) + 1).split('\n')) {
    const length = line.slice(1).replace(/\s+/gu, '').length;
    if (line[0] === '~' || line[0] === '\\' || length === 0) continue;
    if (line[0] === '-') result.old.push([solidA[atA] ?? 0, (solidA[atA + length - 1] ?? 0) + 1]);
    if (line[0] === '+') result.new.push([solidB[atB] ?? 0, (solidB[atB + length - 1] ?? 0) + 1]);
    if (line[0] !== '+') atA += length;
    if (line[0] !== '-') atB += length;
  }
  return result;
}

/** Offsets of the characters that are no white space. */
function solidPlaces(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (/\S/u.test(text[at] ?? '')) places.push(at);
  return places;
}
