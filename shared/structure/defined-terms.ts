import type { TextRange } from '../model/text.ts';
import type { DefinedTerm } from './inspection.ts';
import { sourceRange } from './plain-text.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { headingOf, type Passage, type Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';

/** A term's words within one passage's plain text. */
interface Found extends TextRange {
  readonly term: string;
  /** Small letters in brackets and nothing that introduces a name: `saved for a session ("session cookies")`. */
  readonly mayExplain?: boolean;
}

/** Words that may stand before a quoted term in brackets: `(collectively, the "Services")`. Anything else is a remark. */
const LEAD_WORDS = new Set(
  'the each a an your their such collectively together hereinafter hereafter herein referred to as our or and individually jointly severally this these such any all also known called defined respectively in for with both either its affiliates subsidiaries'.split(
    ' ',
  ),
);
const PRONOUNS = new Set(['we', 'us', 'our', 'ours', 'you', 'your', 'yours', 'i', 'me', 'my']);
/** `… which we call "X"`, `we refer to these as "X"`, `we define the following as our "X"`. */
const NAMING =
  /\b(?:(?:we(?:['’](?:ll|ve))?|which is|is|are|be|hereby|hereinafter|hereafter|sometimes) (?:\w+ ){0,2}?(?:call(?:ed)?|refer(?:red)? (?:\w+ )?to|term(?:ed)?|known|designated?|defin(?:e|ed)\b(?=[^"“]*\bas\b))|(?:collectively|together) (?:referred to|called|known))\b[^"“„«]{0,280}$|, (?:collectively|together|jointly),? (?:(?:the|our|these|as) )?$/i;
/** What follows a quotation that is a title and no term. */
const TITLE_AFTER =
  /^\s*(?:sections?|above|below|heading|chapter|articles?|pages?|settings?|links?|buttons?|tabs?)\b/i;
/** `"X" has the meaning given in our Terms`: a term of the other document. */
const DEFINED_ELSEWHERE =
  /^\s*(?:\w+ ){0,2}?(?:has|have|having|shall have) the (?:same )?meanings?(?: \w+){0,3}? (?:in|by|under) (?:the |our |its )?(?!(?:this|section|clause|these)\b)\p{L}/iu;
/** `"X" means …`; with "is" and "are" the term must open the sentence, else it is being talked about. */
const MEANING =
  /^\s*,?\s*(?:\([^)]*\)\s*)?(?:(?:shall|will) )?(?:means?|refers? to|(?:shall )?include[sd]?|has the (?:same )?meaning|have the (?:same )?meaning|denotes?|stands? for)\b/i;
/** `no agreement on what "Do Not Track" means` */
const ASKS = /\b(?:what|how) (?:the (?:terms? )?)?$/i;
/** `Registered buyers are "Members" and …`, `then you are a "Seller".` */
const BEING_CALLED = /(?<!\b(?:here|there|these|those|they) )\b(?:are|(?:is|[’']re) an?) $/;
/** `Larkspur defines the term "User" as …`, `are referred as "Log Data"` */
const DEFINES_THE_TERM = /\b(?:defines? the terms?|referred as(?: the)?)\s*$/i;
const ENDS_CLAUSE = /^(?:[.,;)]|$| (?:and|or|under|according|for)\b)/;
/** `"including" means "including without limitation"` tells how to read a common word. */
const INTERPRETS = /^\s*(?:shall )?means? ["“](?:including )?without limitation/i;
const BEING = /^\s*(?:\([^)]*\)\s*)?(?:is|are|may be|can be)\s/i;
const WE_MEAN = /^[^.“"]{0,40}\b(?:we|it) (?:\w+ )?(?:means?|refers?)\b/i;
const SAYING =
  /\b(?:say|says|use|uses|using|used|by|terms?|words?|phrases?|expressions?)\s+(?:the (?:terms?|words?|phrases?) )?$/i;
/** `our "Personal Information", which is information that …` */
const RELATIVE = /^,? (?:which|that) (?:is|are|means?|includes?|refers? to)\s/;
/** `"Personal Information" - information that …` */
const APPOSITION = /^\s*[–—-]\s+(?:which|that|any|the|an?|information|data|\p{Ll}+ (?:that|which|about))\b/u;
/** `Personal information means any information …`, without quotation marks. */
const UNQUOTED =
  /^(?:(?:for (?:the )?purposes? of [^,]{1,60}|in this \w+(?: \w+)?|as used (?:herein|in [^,]{1,40})), )?(?:the terms? |an? )?([\p{L}][\p{L}\p{N}&/'’-]*(?: [\p{L}\p{N}&/'’-]+){0,4}) (?:means|shall mean|refers to)(?: and includes?)? (?!(?:that|you|we|they|it|to|of|for|by|is|are|was|were|does|did|will|may|can|in|on|at|as|more|less|nothing|everything|something|business|lots?|a lot|so|no|not)\b|\p{L}+ing\b)[\p{L}\d“"]/iu;
const UNQUOTED_NOT =
  /^(?:such|each|any|all|our|your|no|every|this|that|it|which|these|those|what|he|she|they|here|there|by|and|or|also|not|when|where|if|using|continu\w*)\b|\b(?:what|how|which|who|this|that|may|can|will|use|is|are)\b/i;
const DEFINITIONS_HEADING = /\b(?:definitions?|defined terms|interpretation|glossary|key terms)\b/i;
const LONGEST_TERM_WORDS = 7;

/** Reads the terms that the policy defines for itself, at the place of their first definition. */
export function readDefinedTerms(reading: Reading): DefinedTerm[] {
  const terms = new Map<string, DefinedTerm>();
  for (const { passage, found } of definitionsIn(reading)) {
    const key = termKey(found.term.replace(/^the\s+/i, ''));
    if (terms.has(key)) continue;
    const term = toDefinedTerm(reading, passage, found);
    if (term.uses > 0 || !found.mayExplain) terms.set(key, term);
  }
  return [...terms.values()];
}

/** `"X" has the meaning given in section 2` points to a definition and is none. */
const POINTS_ELSEWHERE = /^[”"’'»]?\s*(?:has|have|shall have) the (?:same )?meanings?\b/i;

/** Every place that defines a term, repeated definitions included. */
export function readDefinitions(reading: Reading): { term: string; range: TextRange }[] {
  const defining = definitionsIn(reading).filter(
    ({ passage, found }) => !POINTS_ELSEWHERE.test(passage.plain.text.slice(found.to, found.to + 60)),
  );
  return defining.map(({ passage, found }) => ({
    term: found.term,
    range: sourceRange(passage.plain, found.from, found.to),
  }));
}

function definitionsIn(reading: Reading): { passage: Passage; found: Found }[] {
  const ofNote = (passage: Passage): boolean => passage.quoted && passage.index === 0;
  return reading.passages.flatMap((passage) =>
    ofNote(passage) ? [] : findInPassage(reading, passage).map((found) => ({ passage, found })),
  );
}

/** How two spellings of a term are told to be the same. */
export function termKey(term: string): string {
  return term.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function findInPassage(reading: Reading, passage: Passage): Found[] {
  const { text } = passage.plain;
  const quotations = findQuotations(text).filter(({ words }) => isTermLike(words));
  const bracketed = inBrackets(text, quotations);
  const inside = new Set(bracketed.flat());
  const found = bracketed.flatMap(namesOf).map(
    (name): Found => ({
      ...name,
      mayExplain:
        !PRONOUNS.has(name.term.toLowerCase()) &&
        !/\p{Lu}/u.test(name.term) &&
        /\(["“‘']?\s*$/.test(text.slice(0, name.from)),
    }),
  );
  for (const quotation of quotations)
    if (!inside.has(quotation) && isDefinedBySentence(text, quotation, quotations))
      found.push(toFound(quotation));
  found.push(...findUnquoted(reading, passage));
  return found.sort((x, y) => x.from - y.from);
}

/** "section 9 (“Ownership”), 10.2(b) (“Costs”)" names sections. */
const ENDS_IN_NUMBER = /(?:^|[\s,;(])\d{1,2}(?:\.[a-z\d]{1,2})*(?:\([a-z\d]+\))?\s?$/i;
const SPEAKS_OF_SECTIONS = /\b(?:sections?|articles?|clauses?|chapters?|paragraphs?)\b/i;

/** `(see section titled: "Why we ask")`, `(under "Your rights")`: the quotation is a heading's. */
const NAMES_A_TITLE =
  /^\((?:(?:please )?(?:see|refer to|under)\b|[^"“]*\b(?:(?:titled|entitled|headed)\b|(?:section|paragraph|heading)s?:? ?["“]))/i;
/** `(e.g. "one" or "two")`: what is said of the first holds for the next. */
const GIVES_EXAMPLES =
  /\b(?:e\.g|such as|for example|like|located|click\w*|us(?:e|ing)|select|choose|option)\b/i;
const JOINS = /^[\s,/]*(?:(?:and|or)\b\s*)?$/i;

/** The quotations that bracketed remarks consist of, bracket by bracket. */
function inBrackets(text: string, quotations: readonly Quotation[]): Quotation[][] {
  if (quotations.length === 0) return [];
  const groups: Quotation[][] = [];
  for (const bracket of text.matchAll(/\(([^()]*)\)/g)) {
    const from = bracket.index + 1;
    const opensWithQuote = /^[\s*_]*["“„«‘']/.test(bracket[0].slice(1));
    if (opensWithQuote && isSectionNumber(text, bracket.index)) continue;
    const to = bracket.index + bracket[0].length - 1;
    if (NAMES_A_TITLE.test(bracket[0])) continue;
    let at = from;
    let examples = false;
    const group: Quotation[] = [];
    for (const quotation of quotations) {
      if (quotation.from < from || quotation.to > to) continue;
      const joint = text.slice(at, quotation.from);
      examples = (examples && JOINS.test(joint)) || GIVES_EXAMPLES.test(joint);
      if (!examples && isLead(joint) && isTail(text.slice(quotation.to, to))) group.push(quotation);
      at = quotation.to;
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

/** `(such accounts, the "Brand Accounts")`: what "such" repeats may be any noun. */
const SUCH = /^such $/i;

function isSectionNumber(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return ENDS_IN_NUMBER.test(before.slice(-12)) && SPEAKS_OF_SECTIONS.test(before);
}

/** What stands between the last separator and the quotation must be words that introduce a name, or nothing. */
function isLead(before: string): boolean {
  const words =
    before
      .replace(/[\s,]+$/, '')
      .split(/[;:,–—]|\s-\s/)
      .at(-1)
      ?.match(/[\p{L}.]+/gu) ?? [];
  const plain = words.filter(
    (_, at) => !SUCH.test(`${words[at - 1] ?? ''} `) && !SUCH.test(`${words[at - 2] ?? ''} `),
  );
  return (
    words.length <= 7 &&
    !/\bsuch as\b/i.test(before) &&
    plain.every((word) => LEAD_WORDS.has(word.toLowerCase()))
  );
}

/** After the quotation the bracket must end or go on with another name; `('Save' button)` speaks of a thing. */
function isTail(after: string): boolean {
  return /^s?\s*(?:$|[,;:.–—-]|(?:or|and|as|in|for|when|collectively|together|respectively|herein\w*)\b|["“‘'])/i.test(
    after,
  );
}

/** `("Acme", "we" or "us")` names Acme; pronouns count only where nothing else is named, and then as one. */
function namesOf(group: readonly Quotation[]): Found[] {
  const names = group.filter(({ words }) => !PRONOUNS.has(words.toLowerCase()));
  return (names.length > 0 ? names : group.slice(0, 1)).map(toFound);
}

function isDefinedBySentence(text: string, quotation: Quotation, all: readonly Quotation[]): boolean {
  const start = sentenceStart(text, quotation.from);
  const before = text.slice(start, quotation.from);
  const after = text.slice(quotation.to, quotation.to + 120);
  const said = all.some((other) => other.from >= start && other.from < quotation.from);
  if (TITLE_AFTER.test(after) || DEFINED_ELSEWHERE.test(after)) return false;
  if (INTERPRETS.test(after) || ASKS.test(before)) return false;
  if (DEFINES_THE_TERM.test(before)) return true;
  if (MEANING.test(after) || APPOSITION.test(after)) return true;
  if (BEING_CALLED.test(before) && ENDS_CLAUSE.test(after) && /^\p{Lu}\p{Ll}/u.test(quotation.words))
    return true;
  if (RELATIVE.test(after) && /^\p{Lu}/u.test(quotation.words)) return true;
  if (BEING.test(after))
    return isShortOrCapital(quotation.words) && /^\s*(?:an?|the|(?:the )?terms?|our)?\s*$/i.test(before);
  if (NAMING.test(before)) return true;
  return (
    (SAYING.test(before) || said) &&
    /\b(?:say|term|word|by|use)/i.test(before) &&
    WE_MEAN.test(skipQuotations(after))
  );
}

/** "Seen hundreds of films" is an example of something, not a term. */
function isShortOrCapital(words: string): boolean {
  const parts = words.split(/\s+/);
  return parts.length <= 3 || parts.every((part) => /^\p{Lu}|^(?:of|the|and|for|to|in)$/u.test(part));
}

function skipQuotations(after: string): string {
  return after.replace(/^(?:\s*(?:,|or|and)\s*["“][^"”]{1,40}["”])+/, '');
}

function sentenceStart(text: string, offset: number): number {
  const from = Math.max(0, offset - 300);
  const before = text.slice(from, offset);
  const stop = [...before.matchAll(/[.!?]["”)]*\s+(?=["“]?\s*\p{Lu})/gu)].at(-1);
  return stop ? from + stop.index + stop[0].length : from;
}

/** `(collectively, the Services)`, `(the Site)`: a name given in brackets without quotation marks. */
const BARE_IN_BRACKETS =
  /\((?:(?:collectively|together|jointly|each|hereinafter|hereafter)(?: referred to as)?,? (?:an? |the |our |as )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2})|the ((?:(?:Online|Web|Mobile|Privacy|Cookie|Personal) )?(?:Sites?|Websites?|Services?|Apps?|Applications?|Platform|Products?|Software|Company|Policy|Notice|Statement|Agreement|Terms|Data|Information)))(?=\)|, and\b)/gu;

function findUnquoted(reading: Reading, passage: Passage): Found[] {
  const { text, marks } = passage.plain;
  const found = [...text.matchAll(BARE_IN_BRACKETS)].map((match): Found => {
    const term = match[1] ?? match[2] ?? '';
    const to = match.index + match[0].length;
    return { term, from: to - term.length, to };
  });
  if (/ (?:means|mean|refers to) /.test(text))
    for (const sentence of splitSentences(text)) {
      const match = UNQUOTED.exec(text.slice(sentence.from, sentence.to));
      const term = match?.[1]?.replace(/ or \p{Lu}.*$/u, '');
      if (!match || !term || UNQUOTED_NOT.test(term)) continue;
      const from = sentence.from + match[0].indexOf(term);
      found.push({ term, from, to: from + term.length });
    }
  const lead = marks.find((mark) => mark.kind === 'strong' && /^\W*$/.test(text.slice(0, mark.from)));
  if (
    found.length === 0 &&
    lead &&
    lead.to < text.length &&
    DEFINITIONS_HEADING.test(headingOf(reading, passage))
  ) {
    const term = text
      .slice(lead.from, lead.to)
      .replace(/[\s.:"“”]+$/g, '')
      .replace(/^["“]\s*/, '');
    if (isTermLike(term)) found.push({ term, from: lead.from, to: lead.from + term.length });
  }
  return found;
}

/** The everyday name of Article 17 GDPR explains and does not define. */
const EXPLAINS = /^(?:the )?right to be forgotten$/i;

function isTermLike(words: string): boolean {
  return (
    !EXPLAINS.test(words) &&
    words.split(/\s+/).length <= LONGEST_TERM_WORDS &&
    /\p{L}/u.test(words) &&
    !/[@/]|(?<!\b\p{Lu})[.!?]\s/u.test(words)
  );
}

function toFound(quotation: Quotation): Found {
  return { term: quotation.words, from: quotation.inner.from, to: quotation.inner.to };
}

function toDefinedTerm(reading: Reading, passage: Passage, found: Found): DefinedTerm {
  const { text } = passage.plain;
  const sentence = splitSentences(text).find(({ from, to }) => from <= found.from && found.to <= to);
  const range = sourceRange(passage.plain, found.from, found.to);
  return {
    term: found.term,
    sentence: text.slice(sentence?.from ?? 0, sentence?.to ?? text.length).trim(),
    uses: Math.max(0, countUses(reading.text, found.term) - 1),
    line: reading.lines.lineAt(range.from),
    range,
  };
}

/** Counts a term's occurrences, plural and possessive included; case counts where all its words have capitals. */
export function countUses(text: string, term: string): number {
  return text.match(patternOfUses(term))?.length ?? 0;
}

/** Matches the uses of a term. Markup may stand between its words. */
export function patternOfUses(term: string): RegExp {
  const words = term.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const capitals = term.split(/\s+/).every((word) => /^\p{Lu}|^(?:of|the|and|for|to|in)$/u.test(word));
  const flags = capitals ? 'gu' : 'giu';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${words.join('[\\s*_]+').replace(/(?<=[^s])s$/, '')}(?:s|es)?(?![\\p{L}\\p{N}])`,
    flags,
  );
}
