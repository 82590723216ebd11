/** A half-open range of UTF-16 offsets into a document's text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Replaces `range` of a text by `insert`; the unit every edit of a policy is made of. */
export interface TextEdit extends TextRange {
  readonly insert: string;
}

/** Maps UTF-16 offsets to 1-based lines and back. */
export interface LineIndex {
  readonly count: number;
  /** The 1-based line that holds `offset`; offsets past the end give the last line. */
  lineAt(offset: number): number;
  /** Offset of the first character of a 1-based line. */
  startOf(line: number): number;
  /** Offset just past the last character of a 1-based line, its line feed not included. */
  endOf(line: number): number;
}

/** Text as Codicil stores it: byte order mark dropped, line ends as LF, otherwise untouched. */
export function normaliseText(decoded: string): string {
  const withoutBom = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  return withoutBom.includes('\r') ? withoutBom.replace(/\r\n?/g, '\n') : withoutBom;
}

/** Indexes the line starts of a text whose line ends are LF. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number): number => starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
  return {
    count: starts.length,
    startOf,
    endOf: (line) => (line >= starts.length ? text.length : startOf(line + 1) - 1),
    lineAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}

/** Applies edits that do not overlap, given in any order; throws on overlap, which is a bug of the caller. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((x, y) => x.from - y.from || x.to - y.to);
  let out = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length)
      throw new Error(`Edit ${edit.from}..${edit.to} overlaps another or leaves the text`);
    out += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return out + text.slice(at);
}

/**
 * A word as CONTRACT.md counts it: a maximal run of letters, digits and marks, with apostrophes and hyphens between two of
 * those; any other non-space character is a token of its own. Use with `matchAll`; clone before `exec` loops.
 */
export const TOKEN_PATTERN = /[\p{L}\p{N}\p{M}]+(?:['’‘\-‐‑][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;

const OTHER = 1;
const PART_OF_WORD = 2;
const JOINS_WORDS = 3;
/** What each UTF-16 unit is in a word, found out when it is first met; 0 until then. */
const unitKinds = new Uint8Array(0x10000);

/** Counts words (tokens that begin with a letter, digit or mark), in one pass: every version saved and every outline counts them. */
export function countWords(text: string): number {
  let words = 0;
  let joined = false;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let kind = unitKinds[unit] || learnUnit(unit);
    if (unit >= 0xd800 && unit < 0xdc00) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
      kind = kindOf(character);
      at += character.length - 1;
    }
    if (kind === PART_OF_WORD) {
      if (!inside && !joined) words += 1;
      inside = true;
      joined = false;
    } else {
      joined = inside && kind === JOINS_WORDS;
      inside = false;
    }
  }
  return words;
}

function learnUnit(unit: number): number {
  const kind = kindOf(String.fromCharCode(unit));
  unitKinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/^[\p{L}\p{N}\p{M}]$/u.test(character)) return PART_OF_WORD;
  return /^['’‘\-‐‑]$/u.test(character) ? JOINS_WORDS : OTHER;
}
