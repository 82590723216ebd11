import type { TextRange } from '../model/text.ts';
import type { Block, Inline } from './document.ts';
import { parseDocument, walkBlocks } from './parse-document.ts';

/** A comment to oneself, `<!-- note: … -->`, that is never published. `done` ones are written `<!-- note done: … -->`. */
export interface Note extends TextRange {
  readonly words: string;
  readonly done: boolean;
  /** The 1-based line it begins on. */
  readonly line: number;
}

const OPEN = '<!--';
const CLOSE = '-->';
const HEAD = /^\s*note( done)?:/i;

/** The notes of a text in order. What stands in code is an example, and a comment without an end is none. Linear in the text. */
export function readNotes(text: string): readonly Note[] {
  const found = findNotes(text);
  if (found.length === 0) return [];
  const code = codeRanges(text);
  return found.filter(({ from }) => !code.some((range) => range.from <= from && from < range.to));
}

/** How a note is written. Two hyphens would end a comment early, so they are set apart. */
export function writeNote(words: string, done: boolean): string {
  const inside = words
    .trim()
    .replace(/-(?=-)|-$/g, '- ')
    .replace(/\n{2,}/g, '\n');
  return `${OPEN} note${done ? ' done' : ''}: ${inside.trimEnd()} ${CLOSE}`;
}

/** The text as it may be published: without notes, and without the lines or spaces that only they took. */
export function withoutNotes(text: string): string {
  let result = '';
  let at = 0;
  for (const note of readNotes(text)) {
    const { from, to } = roomOf(text, note);
    result += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** What goes when a note goes: its lines with the empty line after them where it stands alone, else the space before it. */
export function roomOf(text: string, note: TextRange): TextRange {
  const lineFrom = text.lastIndexOf('\n', note.from - 1) + 1;
  const newline = text.indexOf('\n', note.to);
  const lineTo = newline < 0 ? text.length : newline;
  const alone = text.slice(lineFrom, note.from).trim() === '' && text.slice(note.to, lineTo).trim() === '';
  if (!alone) {
    const before = /[ \t]*$/.exec(text.slice(lineFrom, note.from))?.[0].length ?? 0;
    return { from: note.from - before, to: note.to };
  }
  const isLast = newline < 0 || newline === text.length - 1;
  const before = text.slice(0, lineFrom).replace(/\n+$/, '').length;
  // At the end the empty line before goes, and the text still ends as it did.
  if (isLast && before > 0) return { from: before, to: lineTo };
  if (isLast) return { from: 0, to: text.length };
  const emptyAfter = text[newline + 1] === '\n' ? 2 : 1;
  return { from: lineFrom, to: newline + emptyAfter };
}

function findNotes(text: string): Note[] {
  const notes: Note[] = [];
  let line = 1;
  let counted = 0;
  for (let from = text.indexOf(OPEN); from >= 0; from = text.indexOf(OPEN, from)) {
    const inside = from + OPEN.length;
    const close = text.indexOf(CLOSE, inside);
    if (close < 0) break;
    const to = close + CLOSE.length;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < from; at = text.indexOf('\n', at + 1)) {
      line++;
      counted = at + 1;
    }
    const head = HEAD.exec(text.slice(inside, Math.min(close, inside + 40)));
    if (head)
      notes.push({
        from,
        to,
        words: text.slice(inside + head[0].length, close).trim(),
        done: head[1] !== undefined,
        line,
      });
    from = to;
  }
  return notes;
}

function codeRanges(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const { block } of walkBlocks(parseDocument(text).blocks)) {
    if (block.kind === 'code-block') ranges.push(block);
    for (const inlines of inlinesOf(block)) collectCode(inlines, ranges);
  }
  return ranges;
}

function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.inlines];
  if (block.kind !== 'table') return [];
  return [block.head, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.inlines));
}

function collectCode(inlines: readonly Inline[], ranges: TextRange[]): void {
  for (const inline of inlines) {
    if (inline.kind === 'code') ranges.push(inline);
    else if ('children' in inline) collectCode(inline.children, ranges);
  }
}
