import type { PdfLine, PdfRun } from './pdf-lines.ts';

/** A block of the document that the lines show. */
export interface PdfBlock {
  readonly kind: 'heading' | 'paragraph' | 'item';
  /** Of a heading, 1 to 4; of an item, 0. */
  readonly level: number;
  readonly runs: readonly PdfRun[];
}

/** Text this much larger than the body's is a heading. */
const HEADING_RATIO = 1.12;
const MAX_HEADING_CHARACTERS = 200;
const MAX_LEVEL = 4;
/** A gap of more than this many sizes between baselines begins a new paragraph. */
const PARAGRAPH_GAP = 1.75;
/** Headers and footers stand in these parts of the page, from its top and bottom. */
const MARGIN = 0.12;
const BULLET = /^[•●◦○▪■‣⁃·–—-]\s+/u;
const NUMBERED = /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)])\s+/;

/** Headings by size, paragraphs by distance, words divided at line ends put together, page furniture left out. */
export function readPdfBlocks(allLines: readonly PdfLine[]): {
  readonly blocks: PdfBlock[];
  readonly furniture: number;
} {
  const lines = withoutFurniture(allLines);
  const body = bodySize(lines);
  const sizes = [
    ...new Set(lines.filter((line) => isHeading(line, body)).map(({ size }) => Math.round(size))),
  ];
  sizes.sort((x, y) => y - x);
  const blocks: { kind: PdfBlock['kind']; level: number; runs: PdfRun[] }[] = [];
  let last: PdfLine | null = null;
  for (const line of lines) {
    const heading = isHeading(line, body);
    const open = blocks.at(-1);
    if (open && last && continues(last, line, open.kind, heading)) open.runs = joinRuns(open.runs, line.runs);
    else if (heading)
      blocks.push({
        kind: 'heading',
        level: Math.min(MAX_LEVEL, sizes.indexOf(Math.round(line.size)) + 1),
        runs: [...line.runs],
      });
    else if (BULLET.test(line.text)) blocks.push({ kind: 'item', level: 0, runs: withoutBullet(line.runs) });
    else blocks.push({ kind: 'paragraph', level: 0, runs: [...line.runs] });
    last = line;
  }
  return { blocks, furniture: allLines.length - lines.length };
}

/** What stands in the margin of at least half the pages, numbers aside, and page numbers. */
function withoutFurniture(lines: readonly PdfLine[]): readonly PdfLine[] {
  const pages = new Set(lines.map(({ page }) => page)).size;
  const first = lines[0]?.page;
  const body = bodySize(lines);
  const inMargin = ({ y, pageHeight }: PdfLine): boolean =>
    y < pageHeight * MARGIN || y > pageHeight * (1 - MARGIN);
  const shape = ({ text }: PdfLine): string => text.replace(/\d+/g, '#').replace(/\s+/gu, ' ');
  const onPages = new Map<string, Set<number>>();
  for (const line of lines.filter(inMargin)) {
    const found = onPages.get(shape(line)) ?? new Set();
    onPages.set(shape(line), found.add(line.page));
  }
  return lines.filter((line) => {
    if (!inMargin(line) || pages < 2) return true;
    if (line.page === first && line.size >= body * HEADING_RATIO) return true; // the title, which the other pages repeat
    if (/^(?:page )?#(?: ?(?:of|\/) ?#)?$/i.test(shape(line))) return false;
    return (onPages.get(shape(line))?.size ?? 0) < Math.max(3, pages / 2);
  });
}

/** The size in which most characters are set. */
function bodySize(lines: readonly PdfLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0] ?? 0;
}

function isHeading({ size, text }: PdfLine, body: number): boolean {
  return size >= body * HEADING_RATIO && text.length <= MAX_HEADING_CHARACTERS && !BULLET.test(text);
}

function continues(last: PdfLine, line: PdfLine, kind: PdfBlock['kind'], heading: boolean): boolean {
  if (heading !== (kind === 'heading') || BULLET.test(line.text)) return false;
  if (Math.abs(last.size - line.size) > 1) return false;
  if (last.page !== line.page) return !heading && !/[.!?:;]$/.test(last.text) && /^\p{Ll}/u.test(line.text);
  const gap = last.y - line.y;
  if (gap < 0 || gap > Math.max(last.size, line.size) * PARAGRAPH_GAP) return false;
  return heading || !(NUMBERED.test(line.text) && /[.:;!?]$/.test(last.text));
}

function joinRuns(before: readonly PdfRun[], after: readonly PdfRun[]): PdfRun[] {
  const joined = before.map((run) => ({ ...run }));
  const last = joined.at(-1);
  const [first, ...rest] = after;
  if (!last || !first) return [...joined, ...after];
  const text = last.text.trimEnd();
  const next = first.text.trimStart();
  // A hyphen before a small letter divides a word; before any other character it belongs there.
  const divided = /\p{L}[\u00AD-]$/u.test(text) && /^\p{Ll}/u.test(next);
  const glue = divided ? text.slice(0, -1) : /[\u2010-\u2014/-]$/.test(text) ? text : `${text} `;
  if (last.href === first.href) return [...joined.slice(0, -1), { ...last, text: glue + next }, ...rest];
  return [...joined.slice(0, -1), { ...last, text: glue }, { ...first, text: next }, ...rest];
}

function withoutBullet(runs: readonly PdfRun[]): PdfRun[] {
  const [first, ...rest] = runs;
  return first ? [{ ...first, text: first.text.trimStart().replace(BULLET, '') }, ...rest] : [];
}
