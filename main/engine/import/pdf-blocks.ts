import { withoutFurniture } from './pdf-furniture.ts';
import { headingLevels } from './pdf-headings.ts';
import { isDivided, joinLines, type Vocabulary, vocabularyOf } from './pdf-hyphens.ts';
import type { PdfLine, PdfRun } from './pdf-lines.ts';
import { lineMeasures, type PageMeasures } from './pdf-measures.ts';

/** A block of the document that the lines show. */
export interface PdfBlock {
  readonly kind: 'heading' | 'paragraph' | 'item';
  /** Of a heading, 1 to 6; of an item, how deep it is nested, from 0; else 0. */
  readonly level: number;
  /** Of an item, as it stands in front of it: "•", "3.", "(a)"; else empty. */
  readonly label: string;
  readonly runs: readonly PdfRun[];
}

/** Lines that belong together, before it is known what they are. */
export interface LineGroup {
  readonly lines: PdfLine[];
  /** A line break that the writer made, rather than the edge of the page, comes before these lines. */
  readonly forced: Set<PdfLine>;
}

/** A gap this much larger than the usual one between lines begins a new paragraph. */
const PARAGRAPH_GAP = 1.25;
/** Places on the page this near to each other, in points, are one. */
const TOLERANCE = 4;
const SENTENCE_END = /[.!?:;]["”’)\]]*$/u;
const CLAUSE = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\s+/i;

/** Headings by size and weight, paragraphs by distance, lists by their labels, divided words put together, page furniture left out. */
export function readPdfBlocks(allLines: readonly PdfLine[]): {
  readonly blocks: PdfBlock[];
  readonly furniture: number;
} {
  const measuredAll = lineMeasures(allLines);
  const lines = withoutFurniture(allLines, measuredAll.bodySize);
  const measures = lineMeasures(lines);
  const words = vocabularyOf(lines.map(({ text }) => text));
  const groups = groupLines(lines, measures);
  const levels = headingLevels(groups, measures);
  const depths = itemDepths(groups, levels, measures);
  const blocks = groups.map((group, index): PdfBlock => {
    const level = levels[index] ?? 0;
    const runs = joinAll(group, words);
    const label = group.lines[0]?.label?.text ?? '';
    if (level > 0) return { kind: 'heading', level, label, runs };
    const depth = depths[index] ?? -1;
    if (depth < 0) return { kind: 'paragraph', level: 0, label: '', runs };
    return { kind: 'item', level: depth, label, runs };
  });
  return { blocks, furniture: allLines.length - lines.length };
}

function groupLines(lines: readonly PdfLine[], measures: PageMeasures): LineGroup[] {
  const groups: LineGroup[] = [];
  let last: PdfLine | null = null;
  for (const line of lines) {
    const open = groups.at(-1);
    const forced = last !== null && !isDivided(last.text, line.text) && measures.endsEarly(last, line);
    if (open && last && continues(last, line, forced, measures)) {
      open.lines.push(line);
      // What goes on with a small letter is no new line of an address.
      if (forced && last.page === line.page && !/^\p{Ll}/u.test(line.text)) open.forced.add(line);
    } else groups.push({ lines: [line], forced: new Set() });
    last = line;
  }
  return groups;
}

function continues(last: PdfLine, line: PdfLine, forced: boolean, measures: PageMeasures): boolean {
  if (line.label || Math.abs(last.size - line.size) > 1) return false;
  if (isDivided(last.text, line.text)) return true;
  const sentence = SENTENCE_END.test(last.text);
  const gap = last.y - line.y;
  const goesOn = last.page === line.page && gap >= 0;
  if (!goesOn) {
    const small = /^\p{Ll}/u.test(line.text);
    return !last.bold && !line.bold && (forced ? small && !sentence : small || !sentence);
  }
  if (gap > measures.lineGap(line.size) * PARAGRAPH_GAP) return false;
  if (forced && (last.bold !== line.bold || last.family !== line.family) && line.family !== '') return false;
  if (line.bold && last.bold && line.size > measures.bodySize + 1) return true;
  return !(sentence && (forced || CLAUSE.test(line.text)));
}

/** How deep each group is nested as an item; -1 for what is none. A paragraph as far in as an item's text belongs to it. */
function itemDepths(
  groups: readonly LineGroup[],
  levels: readonly number[],
  measures: PageMeasures,
): number[] {
  const open: { readonly labelX: number; readonly textX: number }[] = [];
  return groups.map(({ lines: [first] }, index) => {
    if (!first || (levels[index] ?? 0) > 0) {
      open.length = 0;
      return -1;
    }
    const left = measures.columnLeft(first);
    const x = first.x - left;
    const label = first.label && { x: first.label.x - left };
    if (!label) {
      while (open.length > 0 && x < (open.at(-1)?.textX ?? 0) - TOLERANCE) open.pop();
      return open.length > 0 ? open.length - 1 : -1;
    }
    while (open.length > 0 && label.x < (open.at(-1)?.labelX ?? 0) - TOLERANCE) open.pop();
    if (open.length > 0 && Math.abs((open.at(-1)?.labelX ?? 0) - label.x) <= TOLERANCE) open.pop();
    open.push({ labelX: label.x, textX: x });
    return open.length - 1;
  });
}

function joinAll({ lines: [first, ...rest], forced }: LineGroup, words: Vocabulary): readonly PdfRun[] {
  let runs = first?.runs ?? [];
  for (const line of rest) runs = joinRuns(runs, line.runs, forced.has(line), words);
  return runs;
}

function joinRuns(
  before: readonly PdfRun[],
  after: readonly PdfRun[],
  forced: boolean,
  words: Vocabulary,
): PdfRun[] {
  const last = before.at(-1);
  const [first, ...rest] = after;
  if (!last || !first) return [...before, ...after];
  const whole = forced
    ? `${last.text.trimEnd()}\n${first.text.trimStart()}`
    : joinLines(last.text, first.text, words);
  const kept = first.text.trimStart();
  const left = { ...last, text: whole.slice(0, whole.length - kept.length) };
  if (last.href === first.href && last.bold === first.bold)
    return [...before.slice(0, -1), { ...left, text: whole }, ...rest];
  return [...before.slice(0, -1), left, { ...first, text: kept }, ...rest];
}
