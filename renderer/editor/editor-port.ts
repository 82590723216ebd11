import type { TextEdit, TextRange } from '../../shared/model/text.ts';

/** What the rest of the window may ask of the text editor. Only `policy-editor.tsx` knows which editor it is. */
export interface EditorPort {
  /** The revision of the open document that it shows; until it has caught up, `text` is another document's. */
  revision(): number;
  /** The text as it stands now. */
  text(): string;
  /** Selects a range, brings it into view and moves the focus there. */
  reveal(range: TextRange): void;
  /** Brings a 1-based line to the top without moving focus or caret. */
  scrollToLine(line: number): void;
  /** The 1-based line at the top of the view, with a fraction for how far it is scrolled away. */
  topLine(): number;
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

/** Where the caret is. Lines and columns are 1-based. */
export interface Caret {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly selectedWords: number;
}
