import { isArchiveNote } from './archive-note.ts';
import { type FoundDate, findDates, findMonths } from './calendar.ts';
import type { ArchiveNote, DateKind, HistoryEntry, StatedDate } from './inspection.ts';
import { sourceRange } from './plain-text.ts';
import type { Passage, Reading } from './reading.ts';

const LABELS: readonly (readonly [kind: DateKind, label: RegExp])[] = [
  [
    'last-updated',
    /\b(?:last|latest|most recent(?:ly)?)[- ](?:update[ds]?|modifi(?:ed|cation)|revis(?:ed|ion)|change[ds]?|amend(?:ed|ment)|edited|review(?:ed)?)\b|\b(?:updated|revised|modified|amended|reviewed)\b|\b(?:version|revision|update)(?: date)?(?: of|:| dated)|\bdate of (?:last )?(?:revision|update|change)|\bas (?:of|at)\b/gi,
  ],
  [
    'effective',
    /\beffective(?: date| as of| from| on)?\b|\b(?:in (?:force|effect)|valid|applicable|applies|apply)(?: \w+)?(?: since| from| as of| on| beginning)\b|\b(?:comes?|came|coming|enter(?:s|ed)?|entry|go(?:es)?|went|takes?|took) (?:in)?(?:to )?(?:force|effect)\b/gi,
  ],
  [
    'published',
    /\b(?:published|publication date|date of publication|posted|issued|released|formulated|enacted|adopted|dated?)\b/gi,
  ],
];

/** A label speaks of the date that follows it this closely ("Effective as of the date below, May 2, 2019" is the far end). */
const LABEL_REACH = 30;
/** "August 25, 2023 (effective date)": labels may follow, but then at once. */
const TRAILING_REACH = 4;
/** A policy states its own date in its first or last lines; these many passages are looked into at each end. */
const EDGE_PASSAGES = 14;
/** A line of its own, as opposed to a sentence of the running text. */
const SHORT_PASSAGE = 140;
/** What may stand before the label of a date that has a line of its own. */
const OPENS_LINE = /^[\W_]*(?:(?:the|this|our) )?(?:\p{L}+ ){0,3}$/u;
/** "… replaces the version of 3 March 2021" */
const OF_ANOTHER_VERSION = /\b(?:replac\w+|supersed\w+|previous|prior|earlier|former|older)\b[^.]*$/i;
/** In running text the sentence must say that it is the policy that has the date. */
const OF_THE_POLICY =
  /\b(?:this|our|the|these|present) (?:\w+[- ]){0,4}?(?:policy|notice|statement|terms|agreement|document|page|guidelines|version|disclosures?|conditions)\b/i;

/**
 * Finds the dates a policy gives itself: effective, last updated, published, and the date of the archived copy. Copyright
 * years, dates of laws and dates in the document history are none of these.
 */
export function readDates(
  reading: Reading,
  archive: ArchiveNote | null,
  history: readonly HistoryEntry[],
): StatedDate[] {
  const dates: StatedDate[] = [];
  if (archive) {
    const { archivedOn: iso, line, range } = archive;
    dates.push({ kind: 'archived', iso, raw: iso, line, range });
  }
  const inHistory = (passage: Passage): boolean =>
    history.some((entry) => entry.range.from <= passage.range.from && passage.range.to <= entry.range.to);
  for (const passage of reading.passages) {
    if (isArchiveNote(archive, passage) || inHistory(passage)) continue;
    const found = findDates(passage.plain.text);
    const stated = found.flatMap((date) => readDate(reading, passage, date) ?? []);
    dates.push(...stated, ...(found.length > 0 ? [] : readMonths(reading, passage)));
  }
  return dates;
}

/** "Last updated: March 2021" on a line of its own; in a sentence a month is too little to be the policy's date. */
function readMonths(reading: Reading, passage: Passage): StatedDate[] {
  const { text } = passage.plain;
  if (text.length > SHORT_PASSAGE || !/(?:19|20)\d{2}/.test(text)) return [];
  return findMonths(text).flatMap((month) => {
    const label = labelBefore(text, month);
    const stated =
      label && OPENS_LINE.test(text.slice(0, label.from)) ? readDate(reading, passage, month) : null;
    return stated ?? [];
  });
}

function readDate(reading: Reading, passage: Passage, found: FoundDate): StatedDate | null {
  const { text } = passage.plain;
  const label = labelBefore(text, found) ?? labelAfter(text, found);
  if (label && OF_ANOTHER_VERSION.test(text.slice(Math.max(0, label.from - 50), label.to))) return null;
  if (!label) return readBareDate(reading, passage, found);
  const short = text.length <= SHORT_PASSAGE;
  const edge = isAtEdge(reading, passage) || isLineOfItsOwn(text, label, found);
  const ofPolicy = OF_THE_POLICY.test(text.slice(Math.max(0, label.from - 80), found.from));
  if (!ofPolicy && !(edge && (short || label.from < LABEL_REACH))) return null;
  if (
    /\b(?:act|law|regulation|directive|decision|©|copyright)\b/i.test(
      text.slice(Math.max(0, label.from - 25), label.from),
    )
  )
    return null;
  return toStatedDate(
    reading,
    passage,
    label.kind,
    Math.min(label.from, found.from),
    Math.max(label.to, found.to),
    found,
  );
}

/** "Last updated: 2 May 2019" and nothing else: the date of one of several policies on a page, wherever it stands. */
function isLineOfItsOwn(text: string, label: Label, found: FoundDate): boolean {
  return OPENS_LINE.test(text.slice(0, label.from)) && /^[\s.)\]*_]*$/.test(text.slice(found.to));
}

/** A date alone on a line near the head is the policy's, though nothing says which; it is when the text was published. */
function readBareDate(reading: Reading, passage: Passage, found: FoundDate): StatedDate | null {
  const { text } = passage.plain;
  const rest = (text.slice(0, found.from) + text.slice(found.to)).replace(/[\s()[\].,:*–—-]/g, '');
  const head = reading.passages[0]?.kind === 'metadata' ? EDGE_PASSAGES : 5;
  if (rest.length > 0 || passage.index > head || passage.kind === 'cell') return null;
  return toStatedDate(reading, passage, 'published', found.from, found.to, found);
}

function toStatedDate(
  reading: Reading,
  passage: Passage,
  kind: DateKind,
  from: number,
  to: number,
  { iso, precision }: FoundDate,
): StatedDate {
  const range = sourceRange(passage.plain, from, to);
  return {
    kind,
    iso,
    raw: passage.plain.text.slice(from, to),
    line: reading.lines.lineAt(range.from),
    range,
    ...(precision ? { precision } : {}),
  };
}

interface Label {
  readonly kind: DateKind;
  readonly from: number;
  readonly to: number;
}

/** The label nearest before the date, with nothing but connecting words between. */
function labelBefore(text: string, found: FoundDate): Label | null {
  const from = Math.max(0, found.from - 80);
  const before = text.slice(from, found.from);
  let best: Label | null = null;
  for (const [kind, pattern] of LABELS)
    for (const match of before.matchAll(pattern)) {
      const label = { kind, from: from + match.index, to: from + match.index + match[0].length };
      const between = text.slice(label.to, found.from);
      if (between.length > LABEL_REACH || /[.;!?]\s|\d/.test(between)) continue;
      if (!best || label.to > best.to || (label.to === best.to && label.from < best.from)) best = label;
    }
  return best;
}

function labelAfter(text: string, found: FoundDate): Label | null {
  const after = text.slice(found.to, found.to + 40);
  for (const [kind, pattern] of LABELS)
    for (const match of after.matchAll(pattern)) {
      if (match.index > TRAILING_REACH || !/^[ \t([–—:-]*$/.test(after.slice(0, match.index))) continue;
      return { kind, from: found.to + match.index, to: found.to + match.index + match[0].length };
    }
  return null;
}

function isAtEdge(reading: Reading, passage: Passage): boolean {
  return passage.index < EDGE_PASSAGES || passage.index >= reading.passages.length - EDGE_PASSAGES;
}
