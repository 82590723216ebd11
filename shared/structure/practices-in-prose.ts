import type { TextRange } from '../model/text.ts';
import type { PlacedPractice, PracticeField, PracticePlace } from './data-practices.ts';
import { sourceRange } from './plain-text.ts';
import type { Passage, Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';

/** "We may also collect", "we ask you for"; what "use" and "keep" act on is data only where they say what for or how long. */
const COLLECTING =
  /(?<![\p{L}\p{N}])[Ww]e(?: (?:may|might|will|can|also|only|automatically|sometimes|need to))* (collect|process|store|record|receive|gather|log|obtain|ask (?:you )?for|request|use|keep|retain)(?: and (?:process|use|store|keep))? /u;
const NEEDS_MORE = /^(?:use|keep|retain|store|request)/;
/** Where the data ends and something else is said of it; "related to" and "to the police" say more of the same. */
const END_OF_DATA =
  /[.;:]|,? (?=(?<!\b(?:subject|referred|related|relating|access|according|respect|due|prior|similar|belonging),? )(?:in order )?to (?!(?:the(?! extent)|an?|our|your|you|us|any|others|which)\b)\p{Ll})|,? (?=(?:for|when|whenever|if|where|because|so that|based on|on the basis|which|that|who|through|via|from|with|under|as (?:long|necessary|needed|required|described|part)|in accordance|in connection|at the time|automatically|even|locally|solely|indefinitely|on servers|in our|to the extent|until|only|and (?:we|use|keep|share|then|retain|store|process|display|disclose|may))\b)|$/u;
const NAMES_DATA =
  /\b(?:data|information|address(?:es)?|names?|e-?mails?|numbers?|details|logs?|cookies?|identifiers?|locations?|records?|photos?|messages?|history|IPs?|passwords?|payments?|dates? of birth|age|gender|feedback|pages?|files?)\b/i;
/** Says nothing of which data it is. */
const GENERAL =
  /^(?:(?:any|all|certain|some|your|the|this|that|such|other|personal|(?:non-)?personally[- ]identifiable|identifiable|following|these|those|more|additional|personalized|aggregated?|anonymous|types? of|categories of|about|you|us|it|them|we|non-personal|both) ?)*(?:information|data|details)?(?: (?:about|from|of) (?:you|us|our users|users|our customers|visitors))?(?: (?:that )?(?:you|we) .*| collected .*)?$/i;
/** These begin something else than a kind of data. */
const NO_DATA =
  /^(?:or|and|also|not|may|such|this|these|those|term|from|under|in|on|with|by|at|as|to|whether|how|that|what|\p{L}+ing)\b/iu;
/** Data that needs no purpose to be worth a line. */
const PARTICULAR =
  /\b(?:names?|addresse?s?|e-?mails?|numbers?|location|device|photos?|payments?|birth|passwords?|cookies?|logs?|browser|gender|age|IP|identifiers?)\b/i;
/** "your name, e-mail address, and (if you give it) your photo". */
const OPEN_END = /(?:\s*,)?\s*(?:\b(?:and|or))?\s*$/;
const LONGEST_CATEGORY = 160;
const LONGEST_FIELD = 160;
/** Sentences behind it that may go on about the same data. */
const SENTENCES_AFTER = 2;
const GOES_ON =
  /^(?:We|It|They|This|These|The|Our|Such|You|Your)\b[^.]{0,80}\b(?:it|them|this|these|such|the)\b|^(?:It|They|This|These)\b/;

/** How a sentence says the rest; the first group is the field. */
const FIELDS: readonly (readonly [field: PracticeField, pattern: RegExp])[] = [
  [
    'basis',
    /\b(?:based on|on the basis of|legal basis (?:for this )?is|rel(?:y|ies|ying) on) (?:our |your |the |a )?((?:explicit |prior )?consent|legitimate (?:business )?interests?|performance of (?:a|our|the|your) contract(?: with you)?|contractual necessity|legal obligations?|contract(?: with you)?|Article 6\s?\(1\)\s?\([a-f]\)(?: GDPR)?)/i,
  ],
  [
    'retention',
    /\b(?:keep|kept|retain(?:ed|s)?|stor(?:e|ed)|held|hold|delete[ds]?|erased?)\b[^.;]{0,40}? ((?:for (?!the\b|our\b|purposes\b)|until |as long as |within |after )[^.;]{3,120}?)(?=[.;]|,? (?:and|but|because|to|in order) |$)/i,
  ],
  [
    'recipients',
    /\b(?:shar(?:e|ed)|disclosed?|pass(?:ed)?|sent|send|given?|transferred)\b(?: (?:it|them|this|these|your|the)(?: \p{Ll}+)?)?(?: on)? (?:with|to) ((?!you\b)[^.;]{3,120}?)(?=[.;]|,? (?:and|who|which|to|for|in order) |$)/iu,
  ],
];
const PURPOSE =
  /^(?:[^.;]{0,60}?)(?:(?:in order )?to ((?!you\b|us\b|our\b|the\b|a\b)\p{Ll}[^.;]{3,200}?)|for (?:the purposes? of )?((?!(?:up|as|a|an|about|example|instance|the (?:time|duration|life))\b)\p{Ll}[^.;]{3,160}?))(?=[.;]|,? (?:based on|on the basis)|,? and (?:we|keep|kept|share)\b|$)/u;

/** "We keep logs for 14 days": the period follows the data at once, or the place where they are kept. */
const PERIOD =
  /^ ?(?:in our [^.;,]{1,60}? )?((?:for (?=as long|a |an |up to |at least |\d|\p{L}+ (?:\(\d+\) )?(?:hours?|days?|weeks?|months?|years?)\b)|until |as long as |no longer than )[^.;]{3,120}?)(?=[.;]|,? (?:and|but|because|in order) |$)/u;
const KEEPING = /^(?:store|keep|retain)/;
/** "We use it to open your account", a sentence later. */
const USE_OF_IT =
  /\b(?:use|used|process|need|processed|needed) (?:(?:it|them|this|these)(?: \p{Ll}+)? )?(?=(?:in order )?to |for )/u;

/** Reads what ordinary sentences say of data: "We collect your e-mail address to send you invoices; we keep it for ten years." */
export function readPracticesInProse(reading: Reading): PlacedPractice[] {
  return reading.passages.flatMap((passage) => {
    const { text } = passage.plain;
    if (passage.kind !== 'paragraph' || passage.item || !COLLECTING.test(text)) return [];
    const sentences = splitSentences(text);
    return sentences.flatMap((sentence, index) => {
      const after = sentences.slice(index + 1, index + 1 + SENTENCES_AFTER);
      return readSentence(reading, passage, sentence, after) ?? [];
    });
  });
}

function readSentence(
  reading: Reading,
  passage: Passage,
  sentence: TextRange,
  after: readonly TextRange[],
): PlacedPractice | null {
  const { plain } = passage;
  const words = plain.text.slice(sentence.from, sentence.to);
  const verb = COLLECTING.exec(words);
  if (!verb || /[:?]$/.test(words)) return null;
  const from = verb.index + verb[0].length;
  const rest = words.slice(from);
  const category = closed(rest.slice(0, END_OF_DATA.exec(rest)?.index ?? rest.length));
  const lead = /^(?:your|the|certain|some|any) /i.exec(category)?.[0].length ?? 0;
  const data = category.slice(lead).replace(OPEN_END, '');
  if (!NAMES_DATA.test(data) || GENERAL.test(data) || NO_DATA.test(data)) return null;
  if (data.length > LONGEST_CATEGORY) return null;
  const places: Partial<Record<PracticeField, TextRange>> = {};
  const at = sentence.from + from;
  places.category = { from: at + lead, to: at + lead + data.length };
  const tail = at + category.length;
  if (KEEPING.test(verb[1] ?? ''))
    readField(plain.text, { from: tail, to: sentence.to }, 'retention', PERIOD, places);
  if (!places.retention) readPurpose(plain.text, { from: tail, to: sentence.to }, places);
  const following = [];
  for (const next of after) {
    const text = plain.text.slice(next.from, next.to);
    if (
      !GOES_ON.test(text) ||
      COLLECTING.test(text.replace(/^We (?:keep|retain|store|use) (?:it|them|this)\b/, ''))
    )
      break;
    following.push(next);
  }
  for (const { from: start, to } of following) {
    const use = places.purpose ? null : USE_OF_IT.exec(plain.text.slice(start, to));
    if (use) readPurpose(plain.text, { from: start + use.index + use[0].length, to }, places);
  }
  for (const range of [{ from: tail, to: sentence.to }, ...following])
    for (const [field, pattern] of FIELDS) readField(plain.text, range, field, pattern, places);
  const alone = Object.keys(places).length < 2;
  if (alone && (NEEDS_MORE.test(verb[1] ?? '') || !PARTICULAR.test(data))) return null;
  return toPlaced(reading, passage, sentence, places);
}

/** The words up to a bracket that is not closed among them ("addresses (e.g. …"). */
function closed(words: string): string {
  const open = words.lastIndexOf('(');
  return open >= 0 && !words.includes(')', open) ? words.slice(0, open) : words;
}

function readPurpose(
  text: string,
  { from, to }: TextRange,
  places: Partial<Record<PracticeField, TextRange>>,
): void {
  const purpose = PURPOSE.exec(text.slice(from, to));
  const said = purpose?.[1] ?? purpose?.[2];
  if (!purpose || !said) return;
  const start = from + purpose.index + purpose[0].lastIndexOf(said);
  places.purpose = { from: start, to: start + said.length };
}

function readField(
  text: string,
  { from, to }: TextRange,
  field: PracticeField,
  pattern: RegExp,
  places: Partial<Record<PracticeField, TextRange>>,
): void {
  const match = places[field] ? null : pattern.exec(text.slice(from, to));
  const said = match?.[1]?.trimEnd();
  if (!match || !said || said.length > LONGEST_FIELD) return;
  const start = from + match.index + match[0].lastIndexOf(said);
  places[field] = { from: start, to: start + said.length };
}

function toPlaced(
  reading: Reading,
  { plain }: Passage,
  sentence: TextRange,
  places: Readonly<Partial<Record<PracticeField, TextRange>>>,
): PlacedPractice {
  const range = sourceRange(plain, sentence.from, sentence.to);
  const words = (field: PracticeField): string => {
    const place = places[field];
    return place ? plain.text.slice(place.from, place.to).replace(/\s+/g, ' ') : '';
  };
  const placed: Partial<Record<PracticeField, PracticePlace>> = {};
  for (const field of ['category', 'purpose', 'basis', 'recipients', 'retention'] as const) {
    const place = places[field];
    if (place) placed[field] = { range: sourceRange(plain, place.from, place.to), cell: null };
  }
  return {
    form: 'prose',
    places: placed,
    practice: {
      category: words('category'),
      purpose: words('purpose'),
      basis: words('basis'),
      recipients: words('recipients'),
      retention: words('retention'),
      line: reading.lines.lineAt(range.from),
      range,
    },
  };
}
