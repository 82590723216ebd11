import type { TextRange } from '../model/text.ts';
import { splitSentences } from '../structure/sentences.ts';

/** The sentence that holds a range, within its line of the source; a whole table row; at least the range itself. */
export function sentenceAround(text: string, range: TextRange): TextRange {
  const from = text.lastIndexOf('\n', range.from - 1) + 1;
  const feed = text.indexOf('\n', range.to);
  const to = feed < 0 ? text.length : feed;
  const line = text.slice(from, to);
  const at = { from: range.from - from, to: range.to - from };
  const sentences = /^\s*\|/.test(line) ? [] : splitSentences(line);
  const first = sentences.find((sentence) => at.from < sentence.to);
  const last = sentences.findLast((sentence) => sentence.from < at.to);
  if (!first || !last) return { from, to };
  return { from: Math.min(range.from, from + first.from), to: Math.max(range.to, from + last.to) };
}
