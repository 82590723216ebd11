import type { TextRange } from '../model/text.ts';
import type { HistoryEntry, TimeCommitment, TimeCommitmentKind, TimeUnit } from './inspection.ts';
import { readAges } from './minimum-age.ts';
import { COUNT_PATTERN, parseCount } from './numbers.ts';
import { sourceRange } from './plain-text.ts';
import { headingOf, type Passage, type Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';

const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£/-])(?:\\d{1,3}\\s?[–-]\\s?(?=\\d{1,3}[\\s\\u00a0]))?(${COUNT_PATTERN}|(?<=\\b(?:for|within|after)(?: up to)? )an?)(?:\\s*\\((?:(\\d{1,4})|[\\p{L}-]{3,20})\\))?[\\s\\u00a0-]+(?:(business|working|calendar|consecutive|full|additional|more|further)[\\s-]+)?(hour|day|week|month|year)s?['’]?(?![\\p{L}\\p{N}])`,
  'giu',
);

const LOOKBACK =
  /\b(?:past|last|previous|preceding|prior)(?: (?!to\b|for\b|at\b|up\b)\w+)?(?: period of)?[\s(]*$/i;
/** "the 12-month period preceding your request" */
const LOOKBACK_AFTER = /^(?: period)?(?: immediately)? (?:preceding|prior to|leading up to)\b/i;
/** Phrases that settle what a sentence's durations are for, wherever they stand in it. */
const PHRASES: readonly (readonly [kind: TimeCommitmentKind, phrase: RegExp])[] = [
  [
    'request-limit',
    /\b(?:twice|once|(?:two|three|\d+) times|(?:more than|maximum of) (?:one|two|three|\d+)(?! ?(?:\(\d+\) )?(?:\w+ )?(?:hour|day|week|month|year)s?\b))\b(?=[^.]*\brequests?\b|[^.]*\bfree of charge\b)|\brequests?\b[^.]*\b(?:twice|more than (?:once|two))\b|\b(?:one|two|three|\d+) (?:free |verifiable )?requests\b[^.]*\b(?:in|within|per|during) /i,
  ],
  [
    'breach-notification',
    /\b(?:breach\w*|security incidents?)\b[^.]*\b(?:notif\w+|inform(?:s|ed|ing)?|report\w*|alert\w*)\b|\b(?:notif\w+|inform(?:s|ed|ing)?|report\w*|alert\w*)\b[^.]*\b(?:breach|security incident)/i,
  ],
  [
    'response',
    /\b(?:will|shall|to|must|endeavou?r to|aim to|try to|may|can) (?:\w+ )?(?:respond|reply|answer|acknowledge|confirm receipt)\b|\bprocess \S+ (?:\S+ )?requests?\b|\b(?:more|additional) time\b|\bextend(?:s|ed)?\b|\bextension\b/i,
  ],
];
/** Words that tell what a duration is for by standing near it. */
const CUES: readonly (readonly [kind: TimeCommitmentKind, cue: RegExp])[] = [
  ['backup', /\bback-?ups?\b|\bbacked[- ]up\b|\bdisaster recovery\b/gi],
  ['deletion', /\b(?:delet\w+|purg\w+|eras\w+|destroy\w*|destruction|anonymi[sz]\w+|remov\w+|wip\w+)\b/gi],
  [
    'restore-window',
    /\b(?:restor\w+|recover\w*|reactivat\w+|trash can|undelete\w*|reinstat\w+|grace period|undo|change your mind)\b/gi,
  ],
  [
    'response',
    /\b(?:respon[ds]\w*|repl(?:y|ies)|answer\w*|acknowledg\w+|resolv\w+|fulfil\w*|(?:opt-out|access|such|your) requests?|get back to you)\b/gi,
  ],
  [
    'notice',
    /\b(?:notice|notif\w+|in advance|advance|inform you|announce\w*|before (?:the|they|any|it|such) \w+|before (?:\w+ ){1,3}(?:take|takes|come|comes|go|goes|become) )\b/gi,
  ],
  [
    'retention',
    /\b(?:retain\w*|retention|keep\w*|kept|stor(?:e|es|ed|age|ing)|preserv\w+|held|hold\w*|maintain\w*|remain\w*|logged|expir\w+|lifespan|duration|archiv\w+|sav(?:e|ed)|lasts?|persist\w*|lifetime|valid)\b/gi,
  ],
];
/** Frequencies, offers, experience and subscription lengths are no commitments about time. */
const NOT_BEFORE = /\b(?:every|each|per|over|more than|nearly|almost|least once (?:every|in))\s*$/i;
const FREQUENCY = /\b(?:every|each|per)(?: \w+)?\s*$/i;
const NOT_AFTER =
  /^\s*(?:-|–)?\s*(?:of[ -](?:age|experience)|(?:or|and) (?:older|over|above)\b|old\b|ago\b|trial|free|money|a (?:day|week)|per (?:day|week)|plan|subscription|anniversary|period of experience)/i;
const OFFER = /\b(?:free trial|money[- ]back|warranty|refund|discount|trial period)\b/i;
const LIMIT =
  /\b(?:within|no later than|not later than|at least|at most|up to|for|after|maximum of|minimum of|until|capped at|in)\s+(?:about |approximately |around |another |a (?:period|maximum|minimum) of |the )*$/i;

/** Most passages name no unit of time or age; they need not be cut into sentences. */
const MAY_SPEAK_OF_TIME =
  /\b(?:hours?|days?|weeks?|months?|years?|age[ds]?|under|over|older|below|younger|least)\b/i;

/** Columns of periods: "Retention", "Expires after", "Kept for", "Duration". */
const PERIOD_COLUMN =
  /\b(?:retention|retained|kept|expir\w+|durations?|life(?:span|time)|how long|storage (?:period|time)|stored for)\b/i;
/** "Server logs: 14 days" in a list of periods. */
const LISTED =
  /^[^:.]{0,40}\b(?:logs?|data|records?|cookies?|information|accounts?|messages?|files?|e-?mails?|invoices?)\b[^:.]{0,20}:\s*(?:up to |after |max(?:imum|\.)? )?$/i;

/** Reads what a policy promises in hours, days, weeks, months and years, and the ages it sets; each commitment once. */
export function readTimeCommitments(reading: Reading, history: readonly HistoryEntry[]): TimeCommitment[] {
  const found: TimeCommitment[] = [];
  const seen = new Set<string>();
  for (const passage of reading.passages) {
    const { text } = passage.plain;
    if (passage.kind === 'heading' || passage.kind === 'metadata' || isWithin(history, passage)) continue;
    if (!MAY_SPEAK_OF_TIME.test(text)) continue;
    for (const sentence of splitSentences(text)) {
      const words = text.slice(sentence.from, sentence.to);
      const heading = columnTitle(reading, passage) ?? headingOf(reading, passage);
      for (const part of [...readDurations(words, heading), ...readAges(words, heading)]) {
        if (seen.has(repeatKey(part, words))) continue;
        seen.add(repeatKey(part, words));
        found.push(toCommitment(reading, passage, sentence, words, part));
      }
    }
  }
  return found;
}

/** The title of a cell's column, where that speaks of how long something is kept; what is a period there needs no other words. */
function columnTitle({ text }: Reading, { kind, table, range }: Passage): string | null {
  if (kind !== 'cell' || !table) return null;
  const row = table.rows.find(({ from, to }) => from <= range.from && range.to <= to);
  const column = row?.cells.findIndex(({ from }) => from === range.from) ?? -1;
  const title = table.head.cells[column];
  const words = title ? text.slice(title.from, title.to) : '';
  return PERIOD_COLUMN.test(words) ? words : null;
}

/** A commitment within one sentence's text. `form` tells two wordings of an age apart. */
export interface TimePart extends TextRange {
  readonly kind: TimeCommitmentKind;
  readonly value: number;
  readonly unit: TimeUnit;
  readonly form?: string;
}

function readDurations(sentence: string, heading: string): TimePart[] {
  const parts: TimePart[] = [];
  for (const match of sentence.matchAll(DURATION)) {
    const from = match.index;
    const to = from + match[0].length;
    const value = match[2]
      ? Number(match[2])
      : /^an?$/i.test(match[1] ?? '')
        ? 1
        : parseCount(match[1] ?? '');
    const before = sentence.slice(0, from);
    const after = sentence.slice(to);
    if (value === null || value <= 0 || NOT_AFTER.test(after) || FREQUENCY.test(before)) continue;
    if (OFFER.test(sentence) || (NOT_BEFORE.test(before) && /^\s*(?:of|in|later)\b/.test(after))) continue;
    const kind = kindOf(sentence, heading, { from, to });
    const vague = /^an?$/i.test(match[1] ?? '') && nearestKind(before, 'last') === null; // "pay for a year"
    if (!kind || vague) continue;
    parts.push({ kind, value, unit: unitOf(match[3], match[4]), from, to });
  }
  return parts;
}

function unitOf(qualifier: string | undefined, unit: string | undefined): TimeUnit {
  if (unit?.toLowerCase() === 'day' && /^(?:business|working)$/i.test(qualifier ?? '')) return 'working-day';
  return (unit?.toLowerCase() ?? 'day') as TimeUnit;
}

/**
 * Tells what a duration is for: by fixed phrases of the sentence, else by the last cue before it in its clause ("kept … for 90
 * days, then deleted"), else by the first one after it, in the clause, the sentence and the heading. Null when nothing makes
 * it a commitment.
 */
function kindOf(sentence: string, heading: string, duration: TextRange): TimeCommitmentKind | null {
  const before = sentence.slice(0, duration.from);
  if (LOOKBACK.test(before) || LOOKBACK_AFTER.test(sentence.slice(duration.to))) return 'lookback';
  const phrase = PHRASES.find(([, pattern]) => pattern.test(sentence));
  if (phrase) return phrase[0];
  const clause = clauseAround(sentence, duration);
  const split = duration.from - clause.from;
  const words = sentence.slice(clause.from, clause.to);
  const near = nearestKind(words.slice(0, split), 'last') ?? nearestKind(words.slice(split), 'first');
  const kind = near ?? nearestKind(before, 'last') ?? nearestKind(sentence, 'first');
  if (kind) return kind;
  if (/\b(?:requests?|inquir(?:y|ies)|complaints?)\b/i.test(sentence)) return 'response';
  if (PERIOD_COLUMN.test(heading) && isAlone(sentence, duration))
    return nearestKind(heading, 'first') ?? 'retention';
  if (LISTED.test(before)) return nearestKind(heading, 'first') ?? 'retention';
  if (!LIMIT.test(before)) return null;
  const announced = nearestKind(heading, 'first');
  return announced ?? (/\b(?:will|shall|must|may|can)\b/i.test(sentence) ? 'other' : null);
}

/** "90 days", "up to 2 years" */
function isAlone(sentence: string, { from, to }: TextRange): boolean {
  return (
    /^(?:up to |max(?:imum|\.)? |about |approximately |after |for )?$/i.test(sentence.slice(0, from)) &&
    !/\p{L}/u.test(sentence.slice(to))
  );
}

function nearestKind(text: string, side: 'first' | 'last'): TimeCommitmentKind | null {
  let best: { kind: TimeCommitmentKind; at: number } | null = null;
  for (const [kind, cue] of CUES)
    for (const { index } of text.matchAll(cue))
      if (!best || (side === 'last' ? index > best.at : index < best.at)) best = { kind, at: index };
  return best?.kind ?? null;
}

function clauseAround(sentence: string, duration: TextRange): TextRange {
  const start = Math.max(
    0,
    ...[
      ...sentence
        .slice(0, duration.from)
        .matchAll(/[;:,](?= )|\b(?:and|but) (?=\p{L}+ (?:\w+ ){0,6}?(?:will|may|is|are|be)\b)/gu),
    ].map((match) => match.index),
  );
  const rest = sentence.slice(duration.to);
  const stop = /[;:,](?= )/.exec(rest);
  return { from: start, to: duration.to + (stop?.index ?? rest.length) };
}

function repeatKey(part: TimePart, sentence: string): string {
  const what = `${part.kind} ${part.value} ${part.unit} ${part.form ?? ''}`;
  const wholeDocument =
    part.kind === 'lookback' || part.kind === 'minimum-age' || part.kind === 'breach-notification';
  return wholeDocument ? what : `${what} ${sentence}`;
}

function toCommitment(
  reading: Reading,
  passage: Passage,
  sentence: TextRange,
  quote: string,
  part: TimePart,
): TimeCommitment {
  const range = sourceRange(passage.plain, sentence.from + part.from, sentence.from + part.to);
  const { kind, value, unit } = part;
  return { kind, value, unit, quote, line: reading.lines.lineAt(range.from), range };
}

function isWithin(history: readonly HistoryEntry[], passage: Passage): boolean {
  return history.some(
    (entry) => entry.range.from <= passage.range.from && passage.range.to <= entry.range.to,
  );
}
