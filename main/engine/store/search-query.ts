/** A query as typed, understood: words and phrases that must be there, and those that must not. */
export interface SearchQuery {
  readonly required: readonly SearchTerm[];
  readonly excluded: readonly SearchTerm[];
}

/** One word, or several in a row; the last may be the beginning of a word. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** Quotation marks as word processors set them, in the languages that policies are written in. */
const QUOTES = /[\u201C-\u201F\u00AB\u00BB\uFF02]/g;
const TERM = /(-)?(?:"([^"]*)"?|(\S+))(\*)?/gu;
/** What FTS5's unicode61 tokenizer takes for a word. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Reads a query: words (all must match), "phrases", prefix*, and -excluded ones. Any other character only separates. */
export function parseSearchQuery(query: string): SearchQuery {
  const required: SearchTerm[] = [];
  const excluded: SearchTerm[] = [];
  for (const [, minus, phrase, word, star] of query.replace(QUOTES, '"').matchAll(TERM)) {
    const raw = phrase ?? word ?? '';
    const words = (raw.match(WORD) ?? []).map(foldWord);
    if (words.length === 0) continue;
    (minus ? excluded : required).push({ words, prefix: star === '*' || raw.endsWith('*') });
  }
  return { required, excluded };
}

/** The query in FTS5's language; every word quoted, so that nothing typed is taken for syntax. Null when nothing is required. */
export function toFtsQuery(query: SearchQuery): string | null {
  if (query.required.length === 0) return null;
  const required = query.required.map(toFtsTerm).join(' AND ');
  if (query.excluded.length === 0) return required;
  return `(${required}) NOT (${query.excluded.map(toFtsTerm).join(' OR ')})`;
}

/** Where the required terms stand in a text, as half-open UTF-16 offsets, in order and without overlap. */
export function findMatches(
  text: string,
  query: SearchQuery,
): { readonly from: number; readonly to: number }[] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: foldWord(match[0]),
  }));
  const found: { from: number; to: number }[] = [];
  for (const [at, word] of words.entries()) {
    const last = found.at(-1);
    if (last && word.from < last.to) continue;
    const term = query.required.find((candidate) => standsAt(candidate, words, at));
    if (term) found.push({ from: word.from, to: words[at + term.words.length - 1]?.to ?? word.to });
  }
  return found;
}

function standsAt(term: SearchTerm, words: readonly { readonly folded: string }[], at: number): boolean {
  return term.words.every((word, index) => {
    const folded = words[at + index]?.folded;
    if (folded === undefined) return false;
    return term.prefix && index === term.words.length - 1 ? folded.startsWith(word) : folded === word;
  });
}

function toFtsTerm(term: SearchTerm): string {
  return `"${term.words.join(' ')}"${term.prefix ? ' *' : ''}`;
}

function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
