import type { TextEdit, TextRange } from '../../shared/model/text.ts';

/** What the rest of the window may ask of the text editor. Only `policy-editor.tsx` knows which editor it is. */
export interface EditorPort {
  /** The revision of the open document that it shows; until it has caught up, `text` is another document's. */
  revision(): number;
  /** The text as it stands now. */
  text(): string;
  /** Selects a range, brings it into view and moves the focus there. */
  reveal(range: TextRange): void;
  /** Puts the caret at the beginning of a 1-based line, brings it into view and moves the focus there. */
  revealLine(line: number): void;
  /** Marks a range as `reveal` does, but leaves the focus where it is. */
  show(range: TextRange): void;
  /** Takes back the last step of the text, or does it again, wherever the focus is. */
  step(kind: 'undo' | 'redo'): void;
  /** Scrolls, without moving focus or caret, so that the point of the text stands where it says. */
  scrollTo(point: ScrollPoint): void;
  /** Where the text is scrolled to. */
  scrollPoint(): ScrollPoint;
  /** The number of lines. */
  lineCount(): number;
  /** Calls `listener` after each vertical scroll until the returned function is called. */
  onScroll(listener: () => void): () => void;
  focus(): void;
  /** Applies edits, given against the text as it stands, as one undo step. */
  apply(edits: readonly TextEdit[]): void;
  selection(): TextRange;
  select(range: TextRange): void;
  /** Runs one of the editor's own commands by its id. */
  run(command: string): void;
}

/**
 * A place of the text by which two views of it are lined up: the 1-based `line` (with a fraction for how far into it) that stands at
 * `share` of the height of the view, 0 at its top and 1 at its bottom. The share is how far the whole is scrolled, so that beginnings
 * and ends meet.
 */
export interface ScrollPoint {
  readonly line: number;
  readonly share: number;
}

/** Where the caret is. Lines and columns are 1-based. */
export interface Caret {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly selectedWords: number;
}
