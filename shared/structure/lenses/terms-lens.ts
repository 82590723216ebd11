import type { MarkdownDocument } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import type { TextEdit } from '../../model/text.ts';
import type { Inspection } from '../inspection.ts';
import { sourceRange } from '../plain-text.ts';
import { makeReading } from '../reading.ts';
import { type LensEdits, replaceRange } from './edits.ts';

const LONGEST_TERM_WORDS = 7;

/** Gives a defined term another name, at its definition and wherever it is used, in the singular and the plural. */
export function renameTerm(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  name: string,
): LensEdits {
  const old = inspection.definedTerms[index]?.term;
  const words = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (old === words) return [];
  if (!old || !isTerm(words)) return null;
  const edits: TextEdit[] = [];
  const pattern = inflections(old);
  for (const { plain } of makeReading(document).passages)
    for (const match of plain.text.matchAll(pattern)) {
      const range = sourceRange(plain, match.index, match.index + match[0].length);
      if (range.to - range.from !== match[0].length) continue;
      edits.push(...replaceRange(document.text, range, escapeMarkdown(inflectLike(match[0], old, words))));
    }
  return edits;
}

/** The singular or plural forms of an English noun phrase, by its last word. */
export function singular(term: string): string {
  return term
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}

/** The plural of an English noun phrase, by its last word. */
export function plural(term: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(term)) return `${term}es`;
  return /[^aeiou]y$/.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`;
}

function isTerm(words: string): boolean {
  return (
    /\p{L}/u.test(words) &&
    words.split(' ').length <= LONGEST_TERM_WORDS &&
    !/["“”„«»()[\].!?;:@/]/.test(words)
  );
}

/** Case is part of a term with capitals. */
function inflections(term: string): RegExp {
  const forms = [...new Set([term, singular(term), plural(singular(term))])].sort(
    (x, y) => y.length - x.length,
  );
  const sources = forms.map((form) =>
    form
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${sources.join('|')})(?![\\p{L}\\p{N}-])`, 'gu');
}

/** "Online Service" of "Online Services" becomes the singular of the new name. */
function inflectLike(found: string, old: string, name: string): string {
  const spaced = found.replace(/\s+/g, ' ');
  if (spaced === old) return name;
  return spaced === singular(old) ? singular(name) : plural(singular(name));
}
