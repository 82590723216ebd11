import type { MarkdownDocument } from '../../markdown/document.ts';
import { parseDocument } from '../../markdown/parse-document.ts';
import { applyEdits, type TextEdit } from '../../model/text.ts';
import { inspect } from '../inspect.ts';
import type { Inspection, TimeUnit } from '../inspection.ts';
import { COUNT_PATTERN, parseCount, writeCount } from '../numbers.ts';
import { type LensEdits, replaceRange } from './edits.ts';

/** A period as a person enters it. */
export interface Period {
  readonly value: number;
  readonly unit: TimeUnit;
}

const COUNT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${COUNT_PATTERN}|an?)(?![\\p{L}\\p{N}])`, 'iu');
const UNIT = /(?:(business|working)([\s-]+))?(hour|day|week|month|year)(s?)(?![\p{L}])/iu;
const MOST = 9999;

/**
 * Writes another period in the place of one, in its way: "thirty (30) days" becomes "sixty (60) days", "a year" "2 years". Null
 * where the text would then say something else.
 */
export function writePeriod(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  { value, unit }: Period,
): LensEdits {
  const old = inspection.timeCommitments[index];
  if (!old || !Number.isInteger(value) || value < 1 || value > MOST) return null;
  if (old.value === value && old.unit === unit) return [];
  if ((old.unit === 'age') !== (unit === 'age')) return null;
  const { from, to } = old.range;
  const edits = periodEdits(document.text.slice(from, to), { value, unit });
  if (!edits) return null;
  const placed = edits.flatMap((edit) =>
    replaceRange(document.text, { from: from + edit.from, to: from + edit.to }, edit.insert),
  );
  const read = inspect(parseDocument(applyEdits(document.text, placed))).timeCommitments;
  return read.some((other) => other.range.from === from && other.value === value && other.unit === unit)
    ? placed
    : null;
}

function periodEdits(source: string, { value, unit }: Period): TextEdit[] | null {
  const count = COUNT.exec(source);
  if (!count) return null;
  const [written] = count;
  const edits: TextEdit[] = [];
  const to = count.index + written.length;
  edits.push({ from: count.index, to, insert: countLike(written, value) });
  const bracket = /^(\s*\()([^()]{1,30})(\))/.exec(source.slice(to));
  if (bracket) {
    const [, open = '', inner = ''] = bracket;
    const at = to + open.length;
    edits.push({ from: at, to: at + inner.length, insert: countLike(inner, value) });
  }
  if (unit === 'age') return edits;
  const rest = to + (bracket?.[0].length ?? 0);
  const found = UNIT.exec(source.slice(rest));
  if (!found) return null;
  const [words, qualifier = '', gap = ' ', name = '', plural = ''] = found;
  const hyphen = /^-/.test(source.slice(rest)); // "30-day period"
  const noun = unit === 'working-day' ? 'day' : unit;
  const many = hyphen ? '' : value === 1 ? '' : 's';
  const said = unit === 'working-day' ? `${qualifier || 'working'}${gap}` : '';
  const capital = name[0] === name[0]?.toUpperCase();
  const insert = `${said}${capital ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun}${hyphen ? plural : many}`;
  const start = rest + found.index;
  edits.push({ from: start, to: start + words.length, insert });
  return edits;
}

/** A count in words stays in words where it has some, with its capital; others are figures. */
function countLike(written: string, value: number): string {
  const inWords = /^\p{L}/u.test(written) && (parseCount(written) !== null || /^an?$/i.test(written));
  const words = inWords && !/^an?$/i.test(written) ? writeCount(value) : null;
  if (words === null) return String(value);
  return /^\p{Lu}/u.test(written) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
