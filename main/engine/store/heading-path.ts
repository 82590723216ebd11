import type { Passage } from './passages.ts';

const ATX = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const UNDERLINED = /^(?!\s*[-*+>|])(\S[^\n]*(?:\n[^\n]+)*?)\n\s{0,3}(=+|-{2,})\s*$/;
/** Longer ones are no headings but paragraphs that begin with a number sign. */
const MAX_HEADING = 300;

/** The headings above a passage, outermost first, read from the passages before it: a search has no time to parse whole texts. */
export function headingPath(passages: readonly Passage[], at: number): string[] {
  const path: string[] = [];
  let above = 7;
  for (let index = at; index >= 0 && above > 1; index--) {
    const heading = readHeading(passages[index]?.text ?? '');
    if (!heading || heading.level >= above) continue;
    above = heading.level;
    if (index < at) path.unshift(heading.text);
  }
  return path;
}

/** A heading's words for comparing: without case, accents and marks. */
export function foldHeading(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function readHeading(text: string): { readonly level: number; readonly text: string } | null {
  if (text.length > MAX_HEADING) return null;
  const atx = ATX.exec(text);
  if (atx) return { level: atx[1]?.length ?? 1, text: plain(atx[2] ?? '') };
  const underlined = UNDERLINED.exec(text);
  return underlined
    ? { level: underlined[2]?.startsWith('=') ? 1 : 2, text: plain(underlined[1] ?? '') }
    : null;
}

/** Links by their words, without the marks of emphasis and code. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`\\]|(?<!\w)_|_(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
