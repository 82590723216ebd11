import { locatedIn } from './countries.ts';
import type { Vendor } from './inspection.ts';
import type { Passage, Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';
import { isKindOfRecipient, isProperName, NAME_PATTERN } from './vendor-names.ts';

/** A title may name several companies at once: "A / B", "A, B, and C". */
const TITLE = new RegExp(
  `^(${NAME_PATTERN})((?:(?:, (?:and )?| and | / |/| & )(?:${NAME_PATTERN}))*)(?: \\([^()]{1,60}\\))?[:.]?$`,
  'u',
);
const LONGEST_TITLE = 70;
/** Paragraphs under a title that still speak of its company. */
const MAXIMUM_PARAGRAPHS = 6;
/** A noun this general says nothing; what the relative clause says counts then. */
const GENERAL_NOUN =
  /^(?:an? )?(?:tool|service|product|platform|software|solution|company|website|provider)$/i;

/** What is said of a vendor and not of a word that is being explained ("Impersonation is …"). */
const SPEAKS_OF_A_SERVICE =
  /\b[Ww]e (?:\w+ ){0,2}use\b|\bhelps? us\b|\bprovided by\b|\bprivacy (?:policy|notice|statement)\b|\bis our\b|\bon our behalf\b|\bGDPR compliance\b/i;

/**
 * Reads vendors that have a short title of their own (a heading, a bold line, or a bare line where a page lost its headings) and a
 * text below that begins by saying what they are: "Acme Mail is …", "We use Acme Mail for …".
 */
export function readVendorProfiles(reading: Reading, notVendors: ReadonlySet<string>): Vendor[] {
  return reading.passages.flatMap((passage, index) => {
    if (passage.kind === 'cell' || passage.kind === 'metadata' || passage.plain.text.length > LONGEST_TITLE)
      return [];
    const names = readTitle(passage.plain.text).filter((name) => !notVendors.has(name.toLowerCase()));
    const body = names.length > 0 ? bodyOf(reading, index) : [];
    const first = body[0];
    if (!first || !presents(first.plain.text, names) || isCommonNoun(first.plain.text, names)) return [];
    if (!body.some(({ plain: { text } }) => SPEAKS_OF_A_SERVICE.test(text))) return [];
    return names.map((name) => toVendor(passage, body, name));
  });
}

function readTitle(text: string): string[] {
  const trimmed = text.trim();
  const match = TITLE.exec(trimmed);
  if (!match) return [];
  const plain = trimmed.replace(/ \([^()]*\)[:.]?$/, '');
  const names = plain
    .split(/, (?:and )?| and | \/ |\/| & /)
    .map((name) => name.trim())
    .filter(Boolean);
  return names.every((name) => isProperName(name) && !isKindOfRecipient(name)) ? names : [];
}

function bodyOf(reading: Reading, index: number): Passage[] {
  const body: Passage[] = [];
  for (let next = index + 1; body.length < MAXIMUM_PARAGRAPHS; next++) {
    const passage = reading.passages[next];
    if (passage?.kind !== 'paragraph') break;
    if (body.length > 0 && readTitle(passage.plain.text).length > 0) break;
    body.push(passage);
  }
  return body;
}

/** The text must open with one of the names or say that it is used; a heading over other matter does neither. */
function presents(text: string, names: readonly string[]): boolean {
  const opening = text.slice(0, 160);
  return names.some((name) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const verbs = names.length > 1 ? 'is|are|help|provide|offer|allow|enable' : 'is';
    return (
      new RegExp(
        `^(?:The )?${escaped}\\b(?: [\\p{L}]+)?,? (?:(?:${verbs}|helps|provides|offers|allows|enables|develops|makes|gives|lets)\\b|an? )`,
        'u',
      ).test(opening) ||
      new RegExp(`^${escaped}, .{3,80} (?:are|is|help)\\b`, 'u').test(opening) ||
      new RegExp(
        `\\b(?:use|uses|using|rely on|work with)(?: the)?(?: \\w+){0,2} ${escaped}(?![\\p{L}\\d])`,
        'u',
      ).test(opening)
    );
  });
}

/** A title whose last word the text also writes in lower case is a common noun ("Counsels" over "our counsels"). */
function isCommonNoun(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const words = name.split(' ');
    const last = words.at(-1) ?? name;
    const common = words.length === 1 ? /^\p{Lu}\p{Ll}+$/u : /^\p{Lu}\p{Ll}+(?<!s|ic)s$/u;
    return (
      common.test(last) && new RegExp(`(?<![\\p{L}.@/])${last.toLowerCase()}(?![\\p{L}.])`, 'u').test(text)
    );
  });
}

function toVendor(title: Passage, body: readonly Passage[], name: string): Vendor {
  const text = body.map((passage) => passage.plain.text).join('\n');
  const links = [title, ...body].flatMap(({ plain }) =>
    plain.marks
      .filter((mark) => mark.kind === 'link' && /^https?:/i.test(mark.href))
      .map((mark) => mark.href),
  );
  const last = body.at(-1) ?? title;
  return {
    name,
    purpose: purposeOf(text, name),
    country: locatedIn(text),
    links: [...new Set(links)],
    line: title.line,
    range: { from: title.range.from, to: last.range.to },
  };
}

/** What a text says a vendor is used for; the first sentence that says so decides. */
function purposeOf(text: string, name: string): string {
  const sentences = splitSentences(text).map(({ from, to }) => text.slice(from, to));
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const about = sentences.filter((sentence) => sentence.includes(name));
  const as = new RegExp(
    `(?<![\\p{L}\\d])${escaped} as (?:our |an? |the )?(.+?)(?= and (?:\\p{Lu}|as\\b)|[.,;]|$)`,
    'u',
  );
  const helps = new RegExp(
    `${escaped}(?: \\p{L}+)? (?:helps?|allows?|enables?|lets?) us (?:to )?(.+?)(?=[.;,]|$)`,
    'u',
  );
  for (const sentence of about) {
    const found = firstMatch([sentence], as) || firstMatch([sentence], helps) || beingOf(sentence);
    if (found) return found;
  }
  return firstMatch(sentences, USED_FOR);
}

const USED_FOR = /\b[Ww]e (?:also )?use it (?:for|to|as)(?: our| an?)? (.+?)(?=[.,;]|$)/u;
const BEING =
  /^.{1,80}? (?:is|are) (?:our |an? |the )?(?!(?:provided|offered|operated|owned|run) by\b)(.+?)(?=[.;,(]| (?:that|which|who|provided|offered|operated)\b| and (?:also|is|are)\b|$)/u;
const RELATIVE =
  /\b(?:that|which) (?:we (?:use (?:to|for) )?|helps? us (?:to )?|allows? us to )?(.+?)(?=[.;]|$)/u;

/** "X is our mail service …" gives the noun; "X is a tool that …" what it does. */
function beingOf(sentence: string): string {
  const noun = firstMatch([sentence], BEING);
  return noun && GENERAL_NOUN.test(noun) ? firstMatch([sentence], RELATIVE) || noun : noun;
}

function firstMatch(sentences: readonly string[], pattern: RegExp): string {
  for (const sentence of sentences) {
    const found = pattern.exec(sentence)?.[1];
    if (found) return found.replace(/\s+/g, ' ').trim();
  }
  return '';
}
