import type { TextRange } from '../model/text.ts';
import type { HistoryEntry, TimeCommitment, TimeCommitmentKind, TimeUnit } from './inspection.ts';
import { readAges } from './minimum-age.ts';
import { COUNT_PATTERN, parseCount } from './numbers.ts';
import { sourceRange } from './plain-text.ts';
import { headingOf, type Passage, type Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';

const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£/-])(${COUNT_PATTERN})(?:\\s*\\((\\d{1,4})\\))?[\\s\\u00a0-]+(?:(business|working|calendar|consecutive|full|additional|more|further)[\\s-]+)?(hour|day|week|month|year)s?['’]?(?![\\p{L}\\p{N}])`,
  'giu',
);

/** What a duration is for, told by the words around it. The order decides where several apply. */
const KINDS: readonly (readonly [kind: TimeCommitmentKind, cue: RegExp])[] = [
  ['lookback', /\b(?:past|last|previous|preceding|prior)(?: \w+)?(?: period of)?[\s(]*$/i],
  ['request-limit', /\b(?:twice|once|(?:two|three|\d+) times|more than (?:one|two|three|\d+)|maximum of)\b/i],
  ['breach-notification', /\b(?:breach(?:es)?|security incidents?)\b/i],
  ['backup', /\bback-?ups?\b|\bbacked[- ]up\b|\bdisaster recovery\b/i],
  ['deletion', /\b(?:delet\w+|purg\w+|eras\w+|destroy\w*|destruction|anonymi[sz]\w+|remov\w+|wip\w+)\b/i],
  [
    'restore-window',
    /\b(?:restor\w+|recover\w*|reactivat\w+|trash can|undelete\w*|reinstat\w+|grace period|undo)\b/i,
  ],
  [
    'response',
    /\b(?:respon\w+|repl(?:y|ies)|answer\w*|acknowledg\w+|resolv\w+|compl(?:y|iance)|fulfil\w*|process (?:your|the|such|any|simple|complex)?\s*request\w*|action(?:ed)? (?:your|on)|get back to you|handle \w+ requests?)\b/i,
  ],
  [
    'notice',
    /\b(?:notice|notif\w+|in advance|advance|inform you|before (?:the|they|any|it|such)|prior to|announce\w*)\b/i,
  ],
  [
    'retention',
    /\b(?:retain\w*|retention|keep\w*|kept|stor(?:e|es|ed|age|ing)|preserv\w+|held|hold\w*|maintain\w*|remain\w*|logs?|expir\w+|lifespan|duration|archiv\w+|sav(?:e|ed)|lasts?|persist\w*|lifetime|valid)\b/i,
  ],
];
/** Frequencies, offers, experience and subscription lengths are no commitments about time. */
const NOT_BEFORE = /\b(?:every|each|per|over|more than|nearly|almost|least once (?:every|in))\s*$/i;
const FREQUENCY = /\b(?:every|each|per)(?: \w+)?\s*$/i;
const NOT_AFTER =
  /^\s*(?:-|–)?\s*(?:of (?:age|experience)|old\b|ago\b|trial|free|money|a (?:day|week)|per (?:day|week)|plan|subscription|anniversary|period of experience)/i;
const OFFER = /\b(?:free trial|money[- ]back|warranty|refund|discount|trial period)\b/i;
const LIMIT =
  /\b(?:within|no later than|not later than|at least|at most|up to|for|after|maximum of|minimum of|until|in)\s+(?:about |approximately |around |another |a (?:period|maximum|minimum) of |the )*$/i;

/** Reads what a policy promises in hours, days, weeks, months and years, and the ages it sets; each commitment once. */
export function readTimeCommitments(reading: Reading, history: readonly HistoryEntry[]): TimeCommitment[] {
  const found: TimeCommitment[] = [];
  const seen = new Set<string>();
  for (const passage of reading.passages) {
    const { text } = passage.plain;
    if (passage.kind === 'heading' || passage.kind === 'metadata' || isWithin(history, passage)) continue;
    if (
      !/\d|teen|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|sixty|ninety|a|an)\b/i.test(
        text,
      )
    )
      continue;
    for (const sentence of splitSentences(text)) {
      const words = text.slice(sentence.from, sentence.to);
      const heading = headingOf(reading, passage);
      for (const part of [...readDurations(words, heading), ...readAges(words, heading)]) {
        if (seen.has(repeatKey(part, passage, words))) continue;
        seen.add(repeatKey(part, passage, words));
        found.push(toCommitment(reading, passage, sentence, words, part));
      }
    }
  }
  return found;
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
    const value = match[2] ? Number(match[2]) : parseCount(match[1] ?? '');
    const before = sentence.slice(0, from);
    const after = sentence.slice(to);
    if (value === null || value <= 0 || NOT_AFTER.test(after) || FREQUENCY.test(before)) continue;
    if (OFFER.test(sentence) || (NOT_BEFORE.test(before) && /^\s*(?:of|in|later)\b/.test(after))) continue;
    const kind = kindOf(sentence, heading, { from, to });
    if (!kind) continue;
    parts.push({ kind, value, unit: unitOf(match[3], match[4]), from, to });
  }
  return parts;
}

function unitOf(qualifier: string | undefined, unit: string | undefined): TimeUnit {
  if (unit?.toLowerCase() === 'day' && /^(?:business|working)$/i.test(qualifier ?? '')) return 'working-day';
  return (unit?.toLowerCase() ?? 'day') as TimeUnit;
}

/** Looks at the clause first, then at the sentence, then at the heading; null when nothing makes it a commitment. */
function kindOf(sentence: string, heading: string, duration: TextRange): TimeCommitmentKind | null {
  const before = sentence.slice(0, duration.from);
  if (KINDS[0]?.[1].test(before)) return 'lookback';
  if (/\bbreach\w*\b/i.test(sentence) && /\b(?:notif|inform|report|alert)/i.test(sentence))
    return 'breach-notification';
  const clause = clauseAround(sentence, duration);
  for (const [kind, cue] of KINDS.slice(1)) {
    if (kind === 'request-limit' && !/\b(?:requests?|free|charge)\b/i.test(sentence)) continue;
    if (cue.test(clause)) return refine(kind, sentence, clause);
  }
  for (const [kind, cue] of KINDS.slice(2)) if (cue.test(sentence)) return refine(kind, sentence, clause);
  if (!LIMIT.test(before)) return null;
  for (const [kind, cue] of KINDS.slice(2)) if (cue.test(heading)) return kind;
  return /\b(?:will|shall|must|may|can)\b/i.test(sentence) ? 'other' : null;
}

/** "Anything you trash is kept for 25 days" gives time to restore; "backups … deleted within" is about deleting them. */
function refine(kind: TimeCommitmentKind, sentence: string, clause: string): TimeCommitmentKind {
  if (
    kind === 'deletion' &&
    /\b(?:keep|kept|retain\w*|stored?|hold|held|remain\w*)\b/i.test(clause) &&
    !/\b(?:then|and|before|until|unless) (?:\w+ ){0,4}(?:delet|purg|eras|destr|remov|anonym)/i.test(clause)
  )
    return 'retention';
  if (
    kind === 'breach-notification' &&
    !/\b(?:notif\w+|inform\w*|report\w*|notice|alert\w*|disclos\w*)\b/i.test(sentence)
  )
    return 'response';
  return kind;
}

function clauseAround(sentence: string, duration: TextRange): string {
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
  return sentence.slice(start, duration.to + (stop?.index ?? rest.length));
}

function repeatKey(part: TimePart, passage: Passage, sentence: string): string {
  const what = `${part.kind} ${part.value} ${part.unit} ${part.form ?? ''}`;
  const wholeDocument =
    part.kind === 'lookback' || part.kind === 'minimum-age' || part.kind === 'breach-notification';
  return wholeDocument ? what : `${what} ${passage.index} ${sentence.length}`;
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
