import { type Note, readNotes, roomOf, writeNote } from '../../../shared/markdown/notes.ts';
import type { TextEdit } from '../../../shared/model/text.ts';

/** What makes a line a heading, an item or a quotation; a comment behind it would swallow the line. */
const LINE_MARKER = /^\s*(?:[-*+>]\s+|\d+[.)]\s+|#{1,6}\s+)*/;
const REST_OF_WORD = /^[\p{L}\p{N}\p{M}'’-]*[.,;:!?”"’)\]*_]*/u;

/** The note at an offset, or null. */
export function noteAt(text: string, offset: number): Note | null {
  return readNotes(text).find(({ from, to }) => from <= offset && offset <= to) ?? null;
}

/** Puts a new note behind the word at an offset: it takes no line of its own, so it may stand in lists, headings and tables. */
export function addNote(text: string, offset: number, words: string): TextEdit {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(lineFrom, newline < 0 ? text.length : newline);
  const at = lineFrom + placeInLine(line, offset - lineFrom);
  const space = at === lineFrom || /\s/.test(text[at - 1] ?? '') ? '' : ' ';
  const tail = /^[\p{L}\p{N}|]/u.test(text.slice(at, at + 1)) ? ' ' : '';
  return { from: at, to: at, insert: space + writeNote(words, false) + tail };
}

/** Writes other words into a note, or marks it as done or open. */
export function changeNote(
  note: Note,
  change: { readonly words?: string; readonly done?: boolean },
): TextEdit {
  const insert = writeNote(change.words ?? note.words, change.done ?? note.done);
  return { from: note.from, to: note.to, insert };
}

/** Takes a note out, with the lines or the space that only it took. */
export function removeNote(text: string, note: Note): TextEdit {
  return { ...roomOf(text, note), insert: '' };
}

/** The next note after an offset, from the beginning again after the last; null where there is none. */
export function nextNote(text: string, offset: number): Note | null {
  const notes = readNotes(text);
  return notes.find(({ from }) => from > offset) ?? notes[0] ?? null;
}

function placeInLine(line: string, column: number): number {
  if (line.trimStart().startsWith('|')) {
    const bar = line.indexOf('|', Math.max(column, line.indexOf('|') + 1));
    return bar < 0 ? line.trimEnd().length : bar;
  }
  const marker = LINE_MARKER.exec(line)?.[0].length ?? 0;
  if (column < marker || (column === marker && marker > 0)) return line.trimEnd().length;
  return column + (REST_OF_WORD.exec(line.slice(column))?.[0].length ?? 0);
}
