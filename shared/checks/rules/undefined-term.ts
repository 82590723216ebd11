import { nameKey } from '../../structure/vendor-names.ts';
import type { CheckContext, Problem, Rule } from '../rule.ts';
import { findInText, type Hit, quote, times } from '../text-search.ts';

/** Nouns that policies turn into terms; other capitalised phrases are names and titles. */
const TERM_NOUN =
  'Services?|Sites?|Websites?|Platform|Apps?|Applications?|Products?|Software|Customers?|Users?|Members?|Subscribers?|Agreement|Content|Materials|Data|Information|Technologies|Partners|Providers?|Fees?|Orders?|Subscriptions?';
const NOT_A_PART =
  'Our|Your|The|These|This|All|Any|Such|Other|Each|If|When|In|We|You|For|To|By|How|What|And|Or|No|Some';
const PHRASE = new RegExp(
  `(?<!\\p{L})(?:(?!(?:${NOT_A_PART})\\b)\\p{Lu}[\\p{L}-]+ ){0,3}(?:${TERM_NOUN})(?![\\p{L}\\p{N}-]| \\p{Lu}| of \\p{Lu})`,
  'gu',
);
/** Mid-sentence, where a capital means something: after a word in small letters. */
const AFTER_SMALL_WORD = /(?:^|[\s(“"])\p{Ll}[\p{L}'’-]*,? $/u;
/** "Department of Health and Human Services", "Terms of Service" */
const PART_OF_A_NAME = /\p{Lu}\p{L}+ (?:of|and|for)(?: the)? $/u;
/** A term must return to be one. */
const MINIMUM_USES = 3;
/** "Capitalised terms have the meaning given in our Terms of Service": then the terms live there. */
const DEFINED_ELSEWHERE =
  /\b(?:capitali[sz]ed|defined) (?:terms?|words?)\b[^.]{0,160}\b(?:meaning|defined|definitions?)\b|\bterms (?:used|not (?:otherwise )?defined)\b[^.]{0,120}\bmeaning/i;

/** A capitalised term that the policy uses over and over and does not define. One finding a term, at its first use. */
export const undefinedTerm: Rule = {
  name: 'undefined-term',
  title: 'Capitalised terms that are not defined',
  find: (context) => {
    const { inspection, document } = context;
    // Elsewhere than in English, capitals mean other things.
    if (inspection.language !== 'en' || DEFINED_ELSEWHERE.test(document.text)) return [];
    const known = knownNames(context);
    const uses = new Map<string, Hit[]>();
    for (const hit of findInText(context.reading, PHRASE))
      if (isRunningText(hit) && !known.has(stem(hit.words)))
        uses.set(stem(hit.words), [...(uses.get(stem(hit.words)) ?? []), hit]);
    return [...uses.values()].filter((hits) => hits.length >= MINIMUM_USES).flatMap(toProblem);
  },
};

function toProblem(hits: readonly Hit[]): Problem[] {
  const first = hits[0];
  if (!first) return [];
  return [
    {
      range: first.range,
      severity: 'warning',
      message: `${quote(first.words)} is written like a defined term (${times(hits.length)}), but no definition was found.`,
      fix: { label: 'Define the term here, or write it in small letters.' },
    },
  ];
}

/** Defined terms, companies, vendors, headings, and names that begin with one of these. */
function knownNames({ inspection, reading, profile }: CheckContext): ReadonlySet<string> {
  const names = [
    ...profile.knownTerms,
    ...inspection.definedTerms.map(({ term }) => term),
    ...inspection.vendors.map(({ name }) => name),
    ...inspection.entities.map(({ name }) => name),
    ...inspection.sections.map(({ heading }) => heading),
    ...reading.passages.flatMap(({ plain }) =>
      plain.marks.filter(({ kind }) => kind === 'strong').map(({ from, to }) => plain.text.slice(from, to)),
    ),
  ];
  return new Set(names.map(stem));
}

function isRunningText({ passage, at, words }: Hit): boolean {
  const { text, marks } = passage.plain;
  const marked = marks.some(
    ({ from, to }) => from <= at && to >= at + words.length && to - from < text.length,
  );
  const small = text.match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0;
  const before = text.slice(Math.max(0, at - 24), at);
  const midSentence = AFTER_SMALL_WORD.test(before) && !PART_OF_A_NAME.test(before);
  if (words === 'Agreement' && /\bthis $/i.test(before)) return false;
  return passage.kind === 'paragraph' && midSentence && !marked && small >= 5;
}

function stem(words: string): string {
  return nameKey(words).replace(/s$/, '');
}
