import type { TextRange } from '../model/text.ts';

/** A policy's text read as CommonMark + GFM: a tree in which every node knows its place in the text. */
export interface MarkdownDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
}

interface Node extends TextRange {}

export type Block =
  | Heading
  | Paragraph
  | List
  | Quote
  | Table
  | CodeBlock
  | HtmlBlock
  | ThematicBreak
  | LinkDefinition;

/** `# Title` or an underlined title. `level` is 1 to 6. */
export interface Heading extends Node {
  readonly kind: 'heading';
  readonly level: number;
  readonly inlines: readonly Inline[];
}

export interface Paragraph extends Node {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
}

export interface List extends Node {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** The number of the first item of an ordered list, else 1. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Node {
  readonly kind: 'list-item';
  /** The bullet or number as written, `*` or `3.`. */
  readonly marker: TextRange;
  /** Present on GFM task items. */
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

export interface Quote extends Node {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

/** A GFM table; the first row is its head. The delimiter row is `delimiter`. */
export interface Table extends Node {
  readonly kind: 'table';
  readonly head: TableRow;
  readonly delimiter: TextRange;
  readonly rows: readonly TableRow[];
}

export interface TableRow extends Node {
  readonly kind: 'table-row';
  readonly cells: readonly TableCell[];
}

/** A cell without the bars and padding around it; an empty cell has `from === to`. */
export interface TableCell extends Node {
  readonly kind: 'table-cell';
  readonly inlines: readonly Inline[];
}

/** Fenced or indented code. `content` holds the ranges of its lines without fences and indentation. */
export interface CodeBlock extends Node {
  readonly kind: 'code-block';
  readonly info: string;
  readonly content: readonly TextRange[];
}

/** Raw HTML, a comment or a processing instruction on block level. */
export interface HtmlBlock extends Node {
  readonly kind: 'html-block';
  readonly comment: boolean;
}

export interface ThematicBreak extends Node {
  readonly kind: 'thematic-break';
}

/** `[label]: url "title"`. */
export interface LinkDefinition extends Node {
  readonly kind: 'link-definition';
  readonly label: string;
  readonly href: string;
  readonly hrefRange: TextRange;
}

export type Inline =
  | TextInline
  | SpanInline
  | CodeInline
  | LinkInline
  | ImageInline
  | HtmlInline
  | BreakInline;

/** Plain characters. `value` differs from the source where an entity or a backslash escape stands. */
export interface TextInline extends Node {
  readonly kind: 'text';
  readonly value: string;
}

export interface SpanInline extends Node {
  readonly kind: 'strong' | 'emphasis' | 'strikethrough';
  readonly children: readonly Inline[];
}

export interface CodeInline extends Node {
  readonly kind: 'code';
  readonly value: string;
}

/** An inline, reference or automatic link. `hrefRange` is null for references, whose address stands in their definition. */
export interface LinkInline extends Node {
  readonly kind: 'link';
  readonly form: 'inline' | 'reference' | 'autolink';
  /** The address with entities and escapes resolved, `mailto:` added for bare e-mail addresses. */
  readonly href: string;
  readonly hrefRange: TextRange | null;
  readonly title: string | null;
  readonly children: readonly Inline[];
}

export interface ImageInline extends Node {
  readonly kind: 'image';
  readonly href: string;
  readonly children: readonly Inline[];
}

export interface HtmlInline extends Node {
  readonly kind: 'html';
}

/** A line end inside a paragraph; its range includes the quote marks and indentation that the next line begins with. */
export interface BreakInline extends Node {
  readonly kind: 'soft-break' | 'hard-break';
}
