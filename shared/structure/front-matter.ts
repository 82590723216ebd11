import type { TextRange } from '../model/text.ts';

/** A `key: value` line of front matter; `range` is that of the value without quotes. */
export interface FrontMatterValue {
  readonly key: string;
  readonly value: string;
  readonly range: TextRange;
}

/** The settings block between two `---` lines that site generators keep at the head of a Markdown file. */
export interface FrontMatter extends TextRange {
  readonly values: readonly FrontMatterValue[];
}

const FENCE = /^---[ \t]*$/;
const ENTRY = /^([A-Za-z_][\w-]*):[ \t]*(.*?)[ \t]*$/;
/** Front matter is a handful of settings; a longer one is a text between two rules. */
const MAXIMUM_LINES = 60;

/**
 * Reads the scalar settings of YAML front matter, the part of YAML a policy's text speaks of. CommonMark has no front matter
 * and reads its last lines as a heading, so readers have to pass over it.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  if (!text.startsWith('---')) return null;
  const values: FrontMatterValue[] = [];
  let at = lineEnd(text, 0) + 1;
  if (!FENCE.test(text.slice(0, at - 1))) return null;
  for (let count = 0; count < MAXIMUM_LINES && at < text.length; count++) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (FENCE.test(line))
      return values.length > 0 ? { from: 0, to: Math.min(end + 1, text.length), values } : null;
    const entry = ENTRY.exec(line);
    if (entry) values.push(readValue(text, entry, at));
    else if (!/^(?:\s|-|#|$)/.test(line)) return null;
    at = end + 1;
  }
  return null;
}

function readValue(text: string, entry: RegExpExecArray, lineFrom: number): FrontMatterValue {
  const [line, key = '', raw = ''] = entry;
  const from = lineFrom + line.indexOf(raw, key.length + 1);
  const quoted = /^(["']).*\1$/.test(raw) && raw.length > 1 ? 1 : 0;
  const range = { from: from + quoted, to: from + raw.length - quoted };
  return { key: key.toLowerCase(), value: text.slice(range.from, range.to), range };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
