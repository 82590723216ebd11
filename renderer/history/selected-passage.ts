import { indexLines, type TextRange } from '../../shared/model/text.ts';

/** Blocks of a rendered page that a selection touches: the 1-based line of the first, and of the block after the last (null at the end). */
export interface SelectedBlocks {
  readonly fromLine: number;
  readonly nextLine: number | null;
  /** What was selected, as it reads on the page. */
  readonly words: string;
}

/**
 * The place in the text of what is selected on its rendered page: the very words where the text has them, else (markup runs through
 * them) the whole blocks. Null where nothing is left.
 */
export function passageInSource(
  text: string,
  { fromLine, nextLine, words }: SelectedBlocks,
): TextRange | null {
  const lines = indexLines(text);
  const from = lines.startOf(fromLine);
  const block = text.slice(from, nextLine === null ? text.length : lines.startOf(nextLine));
  const selected = words.trim();
  const exact = selected === '' ? -1 : block.indexOf(selected);
  if (exact >= 0) return { from: from + exact, to: from + exact + selected.length };
  const lead = block.length - block.trimStart().length;
  const end = block.trimEnd().length;
  return lead < end ? { from: from + lead, to: from + end } : null;
}

/** Blocks count their lines from their own beginning: gives every one its 1-based line of the text, for a page that does not change. */
export function numberLines(page: HTMLElement, lines: Int32Array): void {
  for (const [index, block] of [...page.children].entries()) {
    const first = lines[index] ?? 1;
    for (const inner of block.querySelectorAll<HTMLElement>('[data-line]'))
      inner.dataset['line'] = String(first + Number(inner.dataset['line']));
    if (block instanceof HTMLElement) block.dataset['line'] = String(first);
  }
}

/** What is selected inside a rendered page; null where nothing is, or something outside of it. */
export function selectedBlocks(page: HTMLElement): SelectedBlocks | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!page.contains(range.commonAncestorContainer)) return null;
  const blocks = [...page.querySelectorAll<HTMLElement>('[data-line]')].map(lineOf);
  const first = lineOf(blockOf(range.startContainer, page));
  const last = lineOf(blockOf(range.endContainer, page));
  const after = blocks.filter((line) => line > last).sort((x, y) => x - y)[0];
  return { fromLine: first, nextLine: after ?? null, words: selection.toString() };
}

function blockOf(node: Node, page: HTMLElement): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-line]') ?? null;
  return block && page.contains(block) ? block : null;
}

function lineOf(block: HTMLElement | null): number {
  return Number(block?.dataset['line'] ?? 1);
}
