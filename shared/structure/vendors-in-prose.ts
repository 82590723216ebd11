import type { TextRange } from '../model/text.ts';
import { findCountries, isCountry, locatedIn } from './countries.ts';
import type { Vendor } from './inspection.ts';
import { sourceRange } from './plain-text.ts';
import type { Passage, Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';
import { isKindOfRecipient, isProperName, NAME_PATTERN } from './vendor-names.ts';

const FORM = '(?:,? (?:Inc|LLC|Ltd|Limited|Corp|GmbH|PBC|B\\.V|S\\.A|Pty Ltd)\\.?)?';
/** A name, its legal form, and what it does in brackets. */
const ENTRY = `(?:${NAME_PATTERN})${FORM}(?:\\.(?=, | \\(| and ))?(?: \\(\\s?(?:\\p{Ll}|[A-Z]{2,5}\\b|Privacy )[^()]{0,60}\\))?`;
const LIST = `${ENTRY}(?:(?:, (?:and |or )?| and | or |/| & )${ENTRY})*`;
/** "… providers we use include A, B and C", "third-party platforms such as A". */
const KIND = `\\b((?:(?:third[- ]part(?:y|ies)|outside|external|key|our|trusted|analytics|payment|hosting|advertising|cloud|e-?mail|service|sub-?)[\\w-]*[ -])*(?:providers?|vendors?|(?:sub-?)?processors?|suppliers?|third[- ]party (?:platforms?|tools?|services?|applications?|software|companies|networks?)|partners|ad networks|contractors|analytics (?:tools?|services?)|services(?= (?:that |which )?we use))(?: services)?(?: (?:and|or) (?:tools?|services?|applications?|platforms?|vendors?|(?:service )?providers?))?)`;
/** What may stand between the kind and its examples: a remark in brackets, on whose behalf, or what for. */
const ASIDE = '(?: \\([^()]{1,60}\\))?(?: (?:on our behalf|to [^,.;:()]{3,60}))?';
const EXAMPLES = new RegExp(
  `${KIND}((?: (?:that|which|who))?(?: (?:we|they|it|help us|currently) \\w+)?)${ASIDE}(?:,? (?:including(?: but not limited to)?|includ(?:es?)|such as|like|are|namely|e\\.g\\.,?|for example,?)|:| \\((?:such as|e\\.g\\.,?|including|like))[ :]*(?:the following[ :]*)?(${LIST})`,
  'gu',
);
/** "We use A to …", "we rely on A for …", "hosted by A", "our payment processor, A". */
const USING = new RegExp(
  `\\b(?:[Ww]e (?:also |currently |may |have |only )?(?:use[sd]?|using|rely on|work with|partner(?:ed)? with|engaged?|contract with|allow|permit)|(?<!\\b(?:it|that|which|who|content|user|anyone|someone) )(?:uses|utilizes|relies on)) (?:a (?:\\w+ ){1,3}(?:called|named) )?(${NAME_PATTERN})(,? (?:an? [^,.;]{3,80}|(?:to|for|as|in order to) [^.;]{3,160}))`,
  'gu',
);
/** "… and B to track errors", after "We use A for support". */
const USING_ALSO = new RegExp(
  `^(.*?)(?:,? and|,) (${NAME_PATTERN}) ((?:to|for|as|in order to) [^.;]{3,120})$`,
  'u',
);
/** "Payments are processed by A", "our site is hosted on A". */
const DONE_BY = new RegExp(
  `((?:[\\p{L}'’-]+ ){1,4}(?:is|are) (?:\\w+ly )?(powered|hosted|processed|handled|stored|sent|delivered|performed|tracked|served)) (?:for us |on our behalf )?(?:by|with|on|through|via|using) (${NAME_PATTERN})(?=[.,;)]| \\(|$| (?:which|who|in|under|and|to|for)\\b)`,
  'gu',
);
/** "A is our primary ad server", "A hosts our servers". */
const OF_OURS = new RegExp(
  `(?<![\\p{L}\\d@/.])(${NAME_PATTERN})${FORM} (?:is our ((?:[\\w-]+ ){0,4}(?:provider|processor|vendor|partner|host|server|supplier))\\b|((?:hosts|processes|handles|powers|delivers|stores|manages|monitors) our (?:\\p{Ll}[\\p{Ll}-]* ?){1,6}))`,
  'gu',
);
/** "analysing the use of our services via A and B", "a third party, A, for translation". */
const BY_MEANS_OF = new RegExp(
  `\\b((?:analy[sz]ing|measuring|tracking|processing|hosting|monitoring) [^.,;()]{3,60}?) (?:via|using|through|with) (${LIST})(?=[.,;)]|$)`,
  'gu',
);
const ENGAGES =
  /\b(?:use|using|work with|partner with|rely on|engage|providers?|processors?|vendors?|third[- ]part(?:y|ies))\b/i;
const PAIR = new RegExp(
  `(?<![\\p{L}\\d])(${NAME_PATTERN})\\.? \\(((?!(?:the|a|an|we|or|as|if|such|see|which|including|like|defined|collectively|e\\.g)\\b)\\p{Ll}[^()"“”]{2,60})\\)`,
  'gu',
);
/** "providers of payments (A), mail (B, C)": what is done, and by whom in brackets. */
const DONE_IN_BRACKETS = new RegExp(
  `(?<=^|[,:;] |\\b(?:of|for|and|include|including|as) )((?:\\p{Ll}[\\p{Ll}'’/-]*|[A-Z]{2,5})(?: \\p{Ll}[\\p{Ll}'’/-]*){0,4}) \\((?:including |such as |e\\.g\\.,? |via |by )?(${LIST})(?: (?:to|for) [^()]{1,80})?\\)`,
  'gu',
);
/** It must end in a noun; "and", "except" and the numbers of chapters stand before brackets of another kind. */
const NAMES_AN_ACTIVITY =
  /\p{Ll}{4,}$(?<!\b(?:except|with|from|under|must|that|which|when|where|also|only|such|section|article|exhibit|annex|clause))/u;
/** "a third-party payment provider, A, which …". */
const INSERTED = new RegExp(
  `\\b(?:[Aa]n?|[Oo]ur|[Tt]he|[Ii]ts) ((?:[\\w-]+ ){0,4}(?:provider|processor|vendor|partner|third[- ]party)), (${NAME_PATTERN}),`,
  'gu',
);
/** "third-party session cookies provided by A", "partnering with A, a digital identity company", "share it with A, who acts as our processor". */
const THIRD_PARTY = new RegExp(
  `\\b(?:third[- ]party ((?:\\p{Ll}[\\p{Ll}-]* ){1,4})(?:provided|operated|supplied|offered|hosted) by (${NAME_PATTERN})(?=[.,;) ’'])|(?:partner(?:s|ed|ing)?|work(?:s|ing)?|shares? [^.;()]{2,40}) with (${NAME_PATTERN}), (?:(?:who|which) (?:acts|serves) as (?:our|an?) |an? )([^.;]{3,80}))`,
  'gu',
);
/** Representatives and officers are no vendors. */
const ACTS_FOR_US = /\b(?:representative|data protection officer|DPO)\b/;
const GENERAL_KIND = /^third[- ]party$/;
const FOR_WHAT = /^[^.;]{0,60}?\b(?:for|to) ([^.,;]{3,80})/;
const APPOSITIVE = new RegExp(
  `\\b[Oo]ur (?:third[- ]party )?((?:[\\w-]+ ){0,3}(?:provider|processor|vendor|host|platform|partner|service)),? (?:is )?(${NAME_PATTERN})(?=[,.;) ])`,
  'gu',
);

/** Accounts elsewhere that a person may sign in with are that person's choice, not the company's vendors. */
const LOGIN =
  /\b(?:log(?:ging)?[ -]?in(?:to)?|sign(?:ing)?[ -]?(?:in|up)|login)\b[^.]{0,60}\b(?:using|with|through|via)\b|\b(?:connect|link)(?:ing)? (?:your|to|with)\b/i;

interface FoundName {
  readonly name: string;
  readonly at: TextRange;
  readonly purpose: string;
  readonly country?: string;
}

/** Reads the vendors that running text names as examples of recipients or as what the company uses. */
export function readVendorProse(reading: Reading, notVendors: ReadonlySet<string>): Vendor[] {
  const vendors: Vendor[] = [];
  for (const passage of reading.passages) {
    if (passage.kind !== 'paragraph' || !mentionsUse(passage.plain.text)) continue;
    for (const sentence of splitSentences(passage.plain.text))
      for (const found of readSentence(passage.plain.text, sentence))
        if (!notVendors.has(found.name.toLowerCase()))
          vendors.push(toVendor(reading, passage, sentence, found));
  }
  return vendors;
}

function mentionsUse(text: string): boolean {
  return /provider|vendor|processor|supplier|partner|third|network|contractor|\b[uU]s(?:e[sd]?|ing)\b|rel(?:y|ies)|work with|engage|powered|hosted|by |through|via|s our /.test(
    text,
  );
}

function readSentence(text: string, range: TextRange): FoundName[] {
  const sentence = text.slice(range.from, range.to);
  if (LOGIN.test(sentence)) return [];
  const found: FoundName[] = [];
  const add = (match: RegExpExecArray, said: string | undefined, purpose: string | undefined): void => {
    const name = shortName((said ?? '').replace(/['’]s .*$/u, ''), undefined);
    if (!isProperName(name) || isKindOfRecipient(name)) return;
    const from = range.from + match.index + match[0].lastIndexOf(name);
    found.push({ name, at: { from, to: from + name.length }, purpose: tidy(purpose ?? '') });
  };
  for (const match of sentence.matchAll(EXAMPLES)) {
    const list = match[3] ?? '';
    const purpose = examplePurpose(sentence, match);
    const from = range.from + match.index + match[0].length - list.length;
    found.push(...splitNames(list, from).map((part) => ({ ...part, purpose: part.purpose || purpose })));
  }
  found.push(...readPairs(sentence, range.from));
  for (const match of sentence.matchAll(USING)) found.push(...readUse(match, range.from));
  if (ENGAGES.test(sentence)) found.push(...readDoneInBrackets(sentence, range.from));
  for (const match of sentence.matchAll(BY_MEANS_OF)) {
    const list = match[2] ?? '';
    const names = splitNames(list, range.from + match.index + match[0].length - list.length);
    found.push(...names.map((part) => ({ ...part, purpose: tidy(match[1] ?? '') })));
  }
  for (const match of sentence.matchAll(OF_OURS)) add(match, match[1], match[2] ?? match[3]);
  for (const match of sentence.matchAll(INSERTED)) {
    const purpose = FOR_WHAT.exec(sentence.slice(match.index + match[0].length))?.[1];
    if (!ACTS_FOR_US.test(sentence))
      add(match, match[2], GENERAL_KIND.test(match[1] ?? '') ? purpose : match[1]);
  }
  for (const match of sentence.matchAll(THIRD_PARTY)) add(match, match[2] ?? match[3], match[1] ?? match[4]);
  for (const match of sentence.matchAll(DONE_BY))
    add(
      match,
      match[3],
      (match[1] ?? '').replace(/^(?:the|our|your|all|any)\s/i, '').replace(/ (?:is|are) (?=\w)/, ' '),
    );
  for (const match of sentence.matchAll(APPOSITIVE)) add(match, match[2], match[1]);
  return found;
}

/** "providers of payments (A), mail (B, C)"; a single one may be an abbreviation or a remark, and counts only behind "including". */
function readDoneInBrackets(sentence: string, at: number): FoundName[] {
  const matches = [...sentence.matchAll(DONE_IN_BRACKETS)];
  const groups = matches.map((match) => {
    const list = match[2] ?? '';
    const from = at + match.index + match[0].lastIndexOf(list);
    return splitNames(list, from)
      .filter(({ name }) => /\p{Ll}/u.test(name) && !/^[A-Z]{2,6}s?$/.test(name))
      .filter(() => NAMES_AN_ACTIVITY.test(match[1] ?? ''))
      .map((part) => ({
        ...part,
        purpose: tidy((match[1] ?? '').replace(/^(?:providers?|vendors?) (?:of|for) /, '')),
      }));
  });
  return groups.filter((group) => group.length > 0).length > 1 ? groups.flat() : [];
}

/** "We work with A (payments), B (mail) and C (hosting)": names with their purposes in brackets. */
function readPairs(sentence: string, at: number): FoundName[] {
  if (!ENGAGES.test(sentence)) return [];
  const matches = [...sentence.matchAll(PAIR)];
  const listed = matches.filter(
    (match, index) =>
      follows(sentence, matches[index - 1], match) || follows(sentence, match, matches[index + 1]),
  );
  return listed.flatMap((match): FoundName[] => {
    const [, words = '', purpose = ''] = match;
    if (!isProperName(words) || isKindOfRecipient(words)) return [];
    const from = at + match.index;
    const name = shortName(words, sentence[match.index + words.length]);
    const place = /^ in (?:the )?([\p{Lu}][\p{L}. ]+?)(?=[,.;)]| and\b|$)/u.exec(
      sentence
        .slice(match.index + match[0].length)
        .replace(/^(?:,? (?:and )?(?!in\b)(?:(?! in )[^()]){1,40}\([^()]*\))+/, ''),
    )?.[1];
    const country = place && isCountry(place) ? (findCountries(place)[0] ?? '') : '';
    return [
      { name, at: { from, to: from + name.length }, purpose: tidy(purpose.replace(/^for /, '')), country },
    ];
  });
}

function follows(sentence: string, one?: RegExpExecArray, other?: RegExpExecArray): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    /^(?: in (?:the )?\p{Lu}[\p{L} ]{2,30})?[,;]? (?:and )?$/u.test(
      sentence.slice(one.index + one[0].length, other.index),
    )
  );
}

/** "We use A for support and B to track errors" names two. */
function readUse(match: RegExpMatchArray, at: number): FoundName[] {
  const [whole, name = '', clause = ''] = match;
  const start = at + (match.index ?? 0);
  const also = USING_ALSO.exec(clause);
  const parts: FoundName[] = [];
  const add = (named: string, purpose: string, at: number): void => {
    let offset = at;
    for (const part of splitPair(named)) {
      const words = part.replace(/^\p{Lu}\p{L}+['’]s (?=\p{Lu})/u, '');
      if (isProperName(words) && !isKindOfRecipient(words)) {
        const from = start + offset + part.length - words.length;
        parts.push({ name: words, at: { from, to: from + words.length }, purpose });
      }
      offset += part.length + ' and '.length;
    }
  };
  add(name, purposeOfUse(also?.[1] ?? clause), whole.indexOf(name));
  const second = also?.[2];
  if (second) add(second, purposeOfUse(also?.[3] ?? ''), whole.lastIndexOf(`${second} ${also?.[3] ?? ''}`));
  return parts;
}

/** "A and B" is two names where both can stand alone. */
function splitPair(name: string): string[] {
  const parts = name.split(' and ');
  return parts.length === 2 && parts.every(isProperName) ? parts : [name];
}

/** A name without "Inc" and the like; the last point of "B.V." belongs to it. */
function shortName(name: string, next: string | undefined): string {
  const whole = /\.\p{Lu}$/u.test(name) && next === '.' ? `${name}.` : name;
  return whole.replace(/,? (?:Inc|LLC|Ltd|Limited|Corp|Corporation)$/, '');
}

/** The names of an enumeration with their places. */
function splitNames(list: string, at: number): FoundName[] {
  const parts: FoundName[] = [];
  for (const match of list.matchAll(
    new RegExp(`(${NAME_PATTERN})(${FORM})\\.?(?: \\(\\s?([^()]*)\\))?`, 'gu'),
  )) {
    const said = (match[3] ?? '').split(/[;,]/).map((part) => part.trim());
    const purpose = said
      .filter((part) => !isCountry(part) && !/^Privacy (?:Policy|Notice|Statement)$/.test(part))
      .join(', ')
      .replace(/^for /, '');
    const country = said.find(isCountry) ?? '';
    let from = at + match.index;
    const joint = list.includes(',') ? /(?<=\S) (?:and|&) (?=\S)/ : /(?<=\S) and (?=\S)/;
    for (const name of (match[1] ?? '').split(joint)) {
      if (isProperName(name) && !isKindOfRecipient(name)) {
        const short = shortName(name, list[from - at + name.length]);
        parts.push({ name: short, at: { from, to: from + short.length }, purpose, country });
      }
      from += name.length + (list.startsWith(' & ', from - at + name.length) ? ' & ' : ' and ').length;
    }
  }
  return parts;
}

/**
 * What examples are for: what the sentence goes on to say they are used for; else what the sentence says happens with them
 * ("runs contextual ads on various third-party platforms"); else the kind itself.
 */
function examplePurpose(sentence: string, match: RegExpMatchArray): string {
  const start = match.index ?? 0;
  const after = sentence.slice(start + match[0].length);
  const used = /^[,)]?(?: \w+){0,8}? (?:to|for) ((?:\p{Ll}+ing|\p{Ll}+)\b[^.;]{3,100})/u.exec(after)?.[1];
  if (used) return tidy(used);
  const before = sentence
    .slice(0, start)
    .replace(/^(?:For (?:example|instance)|In addition|Additionally),? /, '');
  const kind = `${match[1] ?? ''}${match[2] ?? ''}`;
  const verb = /(?:^|\s)(?:runs?|uses?|shows?|displays?|buys?|serves?|offers?)\s+([^,;]*)$/i.exec(before);
  if (verb) return tidy(`${verb[1] ?? ''}${kind}`);
  return tidy(before.length < 80 && !/\b(?:we|may|will|is|are)\b/i.test(before) ? `${before}${kind}` : kind);
}

function purposeOfUse(clause: string): string {
  const words = clause.replace(/^,?\s*(?:an?|to help (?:us )?|in order to|to|for|as (?:our |an? )?)\s*/i, '');
  return /^with (?:this|that|it|these)\b/i.test(words) ? '' : tidy(words);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^s (?=\p{Ll})/u, '')
    .replace(/[,;:.]$/, '');
}

function toVendor(reading: Reading, passage: Passage, sentence: TextRange, found: FoundName): Vendor {
  const range = sourceRange(passage.plain, found.at.from, found.at.to);
  const text = passage.plain.text.slice(sentence.from, sentence.to);
  const aboutIt = splitSentences(passage.plain.text).filter(
    ({ from, to }) => from >= sentence.from && passage.plain.text.slice(from, to).includes(found.name),
  );
  const links = passage.plain.marks.filter(
    (mark) =>
      mark.kind === 'link' &&
      /^https?:/i.test(mark.href) &&
      aboutIt.some(({ from, to }) => mark.from >= from && mark.to <= to),
  );
  return {
    name: found.name,
    purpose: found.purpose,
    country: found.country || locatedIn(text.slice(text.indexOf(found.name))),
    links: [...new Set(links.map((mark) => mark.href))],
    line: reading.lines.lineAt(range.from),
    range,
  };
}
