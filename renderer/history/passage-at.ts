import type { TextRange } from '../../shared/model/text.ts';

/** What a trace asks for: the selection without white space at its ends, or where nothing is selected the paragraph around the caret. */
export function passageAt(text: string, selected: TextRange): TextRange | null {
  return trimmed(text, selected) ?? trimmed(text, paragraphAround(text, selected.from));
}

function paragraphAround(text: string, at: number): TextRange {
  let from = text.lastIndexOf('\n', at - 1) + 1;
  let to = lineEnd(text, at);
  if (text.slice(from, to).trim() === '') return { from, to: from };
  while (from > 0 && !isBlankLine(text, text.lastIndexOf('\n', from - 2) + 1))
    from = text.lastIndexOf('\n', from - 2) + 1;
  while (to < text.length && !isBlankLine(text, to + 1)) to = lineEnd(text, to + 1);
  return { from, to };
}

function isBlankLine(text: string, start: number): boolean {
  return text.slice(start, lineEnd(text, start)).trim() === '';
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function trimmed(text: string, { from, to }: TextRange): TextRange | null {
  const inside = text.slice(from, to);
  const lead = inside.length - inside.trimStart().length;
  const end = from + inside.trimEnd().length;
  return from + lead < end ? { from: from + lead, to: end } : null;
}
