import { hash } from 'node:crypto';

/** A stretch of text that is searched as one: a paragraph, a list item, a heading, a table row. */
export interface Passage {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly text: string;
}

/** A line that begins a passage of its own even without a blank line before it: list item, heading, quote, table row, fence. */
const BEGINS = /^\s*(?:[-*+•]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||```|~~~)/;
/** A line after which the next one never continues the passage. */
const ENDS = /^\s*(?:#{1,6}\s|\|)/;
/** Nobody wraps text wider than this: a longer line is a paragraph by itself. */
const WRAP_WIDTH = 120;
/** Passages end here at the latest, so that one endless paragraph does not become one endless entry. */
const MAX_LINES = 200;

/** Cuts a text into passages: hard-wrapped lines of a paragraph belong together, so that a phrase is found across a line end. */
export function readPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push({ line: from, text: open.join('\n') });
    open = [];
  };
  for (const [index, line] of text.split('\n').entries()) {
    const last = open.at(-1);
    if (line.trim() === '') close();
    else {
      if (
        last !== undefined &&
        !(last.length <= WRAP_WIDTH && open.length < MAX_LINES && continues(last, line))
      )
        close();
      if (open.length === 0) from = index + 1;
      open.push(line.trimEnd());
    }
  }
  close();
  return passages;
}

function continues(last: string, line: string): boolean {
  return !BEGINS.test(line) && !ENDS.test(last);
}

/** 48 bits of SHA-256 as a number: short enough for an integer column, long enough that no two passages of a library collide. */
export function hashPassage(text: string): number {
  return hash('sha256', text, 'buffer').readUIntBE(0, 6);
}
