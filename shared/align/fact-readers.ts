import type { LineIndex, TextRange } from '../model/text.ts';
import { findCountries } from '../structure/countries.ts';
import type { Inspection, TimeCommitment, TimeCommitmentKind } from '../structure/inspection.ts';
import { splitSentences } from '../structure/sentences.ts';
import { isAgeOfUse } from './age-of-use.ts';
import type { PreparedText } from './align.ts';
import { durationText } from './duration-text.ts';
import type { FactValue } from './facts-table.ts';
import { measureReadability } from './readability.ts';
import { findSaleStatements } from './sale-statements.ts';
import { transferMechanisms } from './transfer-mechanisms.ts';

/** A document with everything that facts are read from. */
export interface FactSource {
  readonly prepared: PreparedText;
  readonly inspection: Inspection;
  readonly lines: LineIndex;
}

/** Time commitments of the given kinds; of ages only those that say who may use the service. */
export function readTimes(source: FactSource, kinds: readonly TimeCommitmentKind[]): FactValue[] {
  return source.inspection.timeCommitments
    .filter(({ kind, quote }) => kinds.includes(kind) && (kind !== 'minimum-age' || isAgeOfUse(quote)))
    .map((time) => ({
      ...placed(source, time.range, {
        text: durationText(time),
        key: timeKey(time),
        detail: '',
        quote: time.quote,
      }),
      period: { value: time.value, unit: time.unit },
    }));
}

/** A week is seven days wherever it is said so; months are no number of days. */
function timeKey({ kind, value, unit }: TimeCommitment): string {
  return unit === 'week' ? `${kind} ${value * 7} day` : `${kind} ${value} ${unit}`;
}

/** The companies that speak. */
export function readEntities(source: FactSource): FactValue[] {
  return source.inspection.entities.map((entity) =>
    placed(source, entity.range, {
      text: entity.name,
      key: entity.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''),
      detail: [entity.address, entity.id].filter(Boolean).join('; '),
      quote: '',
    }),
  );
}

const OFFICER =
  /(?<![@.\w-])(?:data protection officers?|DPO|(?:chief )?privacy officers?|(?:EU|UK|data protection) representatives?)(?![@\w-])/i;
const SHORT_OFFICER = /^dpo$/i;

/** Addresses to write to, and the officers named, each where it is first. */
export function readContacts(source: FactSource): FactValue[] {
  const emails = source.inspection.emails.map(({ email, range }) =>
    placed(source, range, { text: email, key: email.toLowerCase(), detail: '', quote: '' }),
  );
  const officers = new Map<string, FactValue>();
  for (const { range, match, quote } of firstSentences(source, OFFICER)) {
    const key = SHORT_OFFICER.test(match) ? 'data protection officer' : match.toLowerCase().replace(/s$/, '');
    if (!officers.has(key)) officers.set(key, placed(source, range, { text: match, key, detail: '', quote }));
  }
  return [...emails, ...officers.values()];
}

/** Third parties named as receiving data. */
export function readVendors(source: FactSource): FactValue[] {
  return source.inspection.vendors.map((vendor) =>
    placed(source, vendor.range, {
      text: vendor.country ? `${vendor.name} (${vendor.country})` : vendor.name,
      key: vendor.name,
      detail: vendor.purpose,
      quote: '',
    }),
  );
}

/** The legal instruments a policy names, and the countries it names where it speaks of transfers. */
export function readTransfers(source: FactSource): FactValue[] {
  const mechanisms = transferMechanisms.flatMap(({ name, pattern }) =>
    firstSentences(source, pattern)
      .slice(0, 1)
      .map(({ range, quote }) => placed(source, range, { text: name, key: name, detail: '', quote })),
  );
  return [...mechanisms, ...readCountries(source)];
}

/** What a sentence says of a country to which data go; "if you live in Spain" says nothing of that. */
const OF_TRANSFER =
  /\b(?:transfer\w*|stor(?:e[ds]?|age|ing)|servers?|host(?:s|ed|ing)|data cent(?:er|re)s?|process(?:ed|es|ing)? in|sent|recipients?|maintain(?:ed|s)?)\b/i;

function readCountries(source: FactSource): FactValue[] {
  const { text, document } = source.prepared;
  const seen = new Set<string>();
  return document.sections
    .filter(({ topics: decided }) =>
      decided.slice(0, 2).some(({ topic }) => topic === 'international-transfers'),
    )
    .flatMap((section) =>
      splitSentences(text.slice(section.range.from, section.range.to)).flatMap(({ from, to }) => {
        const quote = text.slice(section.range.from + from, section.range.from + to);
        if (!OF_TRANSFER.test(quote)) return [];
        const fresh = findCountries(quote).filter((country) => !seen.has(country));
        for (const country of fresh) seen.add(country);
        const range = { from: section.range.from + from, to: section.range.from + to };
        return fresh.map((country) =>
          placed(source, range, { text: country, key: country, detail: '', quote }),
        );
      }),
    );
}

/** Whether data are sold, in the policy's own words. */
export function readSales(source: FactSource): FactValue[] {
  const { text } = source.prepared;
  return findSaleStatements(text).map(({ statement, from, to }) =>
    placed(
      source,
      { from, to },
      { text: statement, key: statement, detail: '', quote: text.slice(from, to) },
    ),
  );
}

/** Stated dates. */
export function readDates(source: FactSource): FactValue[] {
  const names = {
    effective: 'effective',
    'last-updated': 'last updated',
    published: 'published',
    archived: 'archived',
  };
  return source.inspection.dates.map(({ kind, iso, raw, range }) =>
    placed(source, range, { text: `${iso} (${names[kind]})`, key: `${kind} ${iso}`, detail: '', quote: raw }),
  );
}

/** Words and passages of the whole text. */
export function readLength({ inspection, prepared }: FactSource): FactValue[] {
  const text = `${inspection.words} words in ${prepared.passages.length} passages`;
  return [unplaced(text, String(inspection.words), '')];
}

/** Flesch reading ease of the whole text; nothing for other languages than English. */
export function readReadability({ inspection, prepared }: FactSource): FactValue[] {
  if (inspection.language !== 'en') return [];
  const measured = measureReadability(prepared.words);
  if (!measured) return [];
  const ease = Math.round(measured.ease);
  return [
    unplaced(
      `${ease} of 100 (Flesch reading ease)`,
      String(ease),
      `${measured.wordsPerSentence.toFixed(1)} words a sentence`,
    ),
  ];
}

/** One hit for each passage of the policy that has the pattern in a sentence. */
function firstSentences(
  source: FactSource,
  pattern: RegExp,
): { range: TextRange; match: string; quote: string }[] {
  const { text, document } = source.prepared;
  return document.sections.flatMap(({ range }) => {
    const found = pattern.exec(text.slice(range.from, range.to));
    if (!found) return [];
    const at = range.from + found.index;
    const sentence = sentenceAround(text, range, at);
    return [{ range: sentence, match: found[0], quote: text.slice(sentence.from, sentence.to) }];
  });
}

/** The sentence that holds `at`, within its line of the source. */
function sentenceAround(text: string, within: TextRange, at: number): TextRange {
  const from = Math.max(within.from, text.lastIndexOf('\n', at - 1) + 1);
  const feed = text.indexOf('\n', at);
  const to = Math.min(within.to, feed < 0 ? text.length : feed);
  const found = splitSentences(text.slice(from, to)).find(
    (range) => from + range.from <= at && at < from + range.to,
  );
  return found ? { from: from + found.from, to: from + found.to } : { from, to };
}

function placed(
  source: FactSource,
  range: TextRange,
  value: Pick<FactValue, 'text' | 'key' | 'detail' | 'quote'>,
): FactValue {
  const section = source.prepared.document.sections.findLast(
    (candidate) => candidate.range.from <= range.from,
  );
  return {
    ...value,
    fromLine: source.lines.lineAt(range.from),
    toLine: source.lines.lineAt(Math.max(range.from, range.to - 1)),
    range,
    heading: section?.heading ?? '',
    period: null,
  };
}

function unplaced(text: string, key: string, detail: string): FactValue {
  return { text, key, detail, quote: '', fromLine: 0, toLine: 0, range: null, heading: '', period: null };
}
