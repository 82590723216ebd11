import type { TextRange } from '../../shared/model/text.ts';
import type { DefinedTerm, Inspection } from '../../shared/structure/inspection.ts';

/** A place where a defined term is used; `suffix` is what follows the term itself, such as a plural's "s". */
export interface TermUse extends TextRange {
  readonly suffix: string;
}

/**
 * Every use of a term as a whole word, as written (defined terms are capitalised, the common word is not), with its plural and
 * possessive.
 */
export function findTermUses(text: string, term: string): readonly TermUse[] {
  if (term.trim() === '') return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${escapePattern(term)}(s|es|['’]s|s['’])?(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    suffix: match[1] ?? '',
  }));
}

/** The defined term that is used at an offset; the longest where several would fit. */
export function termAt(text: string, offset: number, inspection: Inspection): DefinedTerm | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const nextBreak = text.indexOf('\n', offset);
  const line = text.slice(lineStart, nextBreak < 0 ? text.length : nextBreak);
  const inLine = offset - lineStart;
  let best: DefinedTerm | null = null;
  for (const candidate of inspection.definedTerms) {
    if (best && candidate.term.length <= best.term.length) continue;
    if (!line.includes(candidate.term)) continue;
    if (findTermUses(line, candidate.term).some((use) => use.from <= inLine && inLine <= use.to))
      best = candidate;
  }
  return best;
}

function escapePattern(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
