import type { Change, ComparedText, TermRename } from './comparison.ts';
import { isCommonWord } from './token-values.ts';

/** Fewer places than this are told as what they are, single changes. */
const FEWEST_PLACES = 3;
/** Longer replacements are sentences, not names. */
const LONGEST_TERM = 60;
/** Characters looked at before a place. */
const CONTEXT = 20;

/** Finds what was renamed throughout: one change to a reader, at n places. Most frequent first. */
export function findTermRenames(a: ComparedText, b: ComparedText, changes: readonly Change[]): TermRename[] {
  const groups = new Map<string, { from: string; to: string; changes: number[]; isName: boolean }>();
  for (const change of changes) {
    const from = wordsOf(a.text, change.fromA, change.toA);
    const to = wordsOf(b.text, change.fromB, change.toB);
    if (!isRename(change, from, to)) continue;
    const key = `${from}\n${to}`;
    const known = groups.get(key) ?? { from, to, changes: [], isName: false };
    groups.set(key, known);
    known.changes.push(change.id);
    known.isName ||= standsInside(a.text, change.fromA);
  }
  return [...groups.values()]
    .filter(({ changes: places, isName }) => isName && places.length >= FEWEST_PLACES)
    .map(({ isName: _, ...group }) => ({ ...group, complete: !standsIn(b.text, group.from) }))
    .sort((x, y) => y.changes.length - x.changes.length);
}

function wordsOf(text: string, from: number, to: number): string {
  return to - from > 2 * LONGEST_TERM ? '' : text.slice(from, to).trim().replace(/\s+/g, ' ');
}

/** Numbers, marks and function words are no names, however often one replaces another. */
function isRename({ kind, class: changeClass }: Change, from: string, to: string): boolean {
  if (kind !== 'replace' && kind !== 'cell') return false;
  if (changeClass !== 'substantive' && changeClass !== 'typography') return false;
  if (from.length > LONGEST_TERM || to.length > LONGEST_TERM) return false;
  return [from, to].every(saysSomething) && /\p{Lu}/u.test(from + to);
}

function saysSomething(name: string): boolean {
  return name.split(' ').some((word) => /\p{L}{3}/u.test(word) && !isCommonWord(word));
}

/** True where words of a sentence go before: a capital letter there is that of a name, not of the sentence. */
function standsInside(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - CONTEXT), offset).trimEnd();
  return /[\p{L}\p{N},;("“‘'’)]$/u.test(before);
}

function standsIn(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
}
