import type { TextRange } from '../model/text.ts';

/** A company's name with its legal form. */
export interface LegalName extends TextRange {
  readonly name: string;
}

/** Legal forms as they stand behind names in English-language policies (GLEIF's list of entity legal forms, the common ones). */
const FORMS = [
  'Inc\\.?|INC\\.?|Incorporated',
  'FZ-?LLC|FZE|FZCO|DMCC|LLC|L\\.L\\.C\\.?|LLP|L\\.P\\.|PBLLC|PBC|P\\.B\\.C\\.',
  '(?:Pty\\.?|Pte\\.?|PTE\\.?|PTY\\.?|Pvt\\.?|Private|Co\\.,?)\\s(?:Ltd\\.?|LTD\\.?|Limited)|Ltd\\.?|LTD\\.?|Limited|Unlimited Company',
  'Corp\\.?|CORP\\.?|Corporation|Company|Co\\.|PLC|plc|p\\.l\\.c\\.',
  'GmbH(?: & Co\\.? KG)?|AG|SE|KG|UG|e\\.V\\.|gGmbH',
  'SRL|S\\.?r\\.?l\\.?|SpA|S\\.p\\.A\\.?|S\\.A\\.S\\.?|SAS|SARL|S\\.?à r\\.l\\.|S\\.A\\.?(?: de C\\.V\\.)?|S\\.L\\.(?:U\\.)?|Lda\\.?|Ltda\\.?',
  'B\\.V\\.|BV|N\\.V\\.|Oy|AB|ApS|A/S|K\\.K\\.|OÜ|UAB|d\\.o\\.o\\.|s\\.r\\.o\\.|sp\\. z o\\.o\\.|Kft\\.?',
].join('|');
const WORD =
  "\\p{Lu}\\.|[\\p{Lu}\\d][\\p{L}\\d&+'’!-]*(?:\\.[\\p{L}\\d]+)*|[a-z]{1,2}\\p{Lu}\\p{L}+|[a-z][a-z\\d-]*\\.(?:com|org|net|io|co|ai|app|tv|dev)";
/** "refers to 10 Acme Ltd": elsewhere a number before a name is that of a list, a year or a street. */
const BEGINS_A_NAME = /\b(?:refers to|means|owned by|operated by|provided by|we are) $/i;
/** "Acme Company Products" are products: the word is the form only where the name ends with it. */
const KIND_OF_THING =
  ' Company(?= (?!Privacy|Terms|Cookies?|Policy|Notice|Data|Legal|Attn|Attention|Address|Registered|Tel|Phone)\\p{Lu}\\p{Ll})';
const NAME = new RegExp(
  `(?<![\\p{L}\\d@./-])((?:${WORD})(?:(?: (?:of|and|the|&|de))? (?:${WORD}|\\(\\p{Lu}\\p{L}+\\))){0,5},? (?:& )?(?:${FORMS}))(?![\\p{L}\\d])(?<!${KIND_OF_THING})`,
  'gu',
);
/** Capitalised words that begin a sentence or a phrase before a name and are no part of it. */
const NOT_OF_THE_NAME =
  /^(?:At|By|The|Our|In|To|For|With|If|Please|However|Contact|Contacting|Attn|Attention|And|Or|When|While|This|That|These|Copyright|From|Between|Company|Controller|Address|Mail|Email|Data|Privacy|Policy|Notice|Under|As|We|Both|Is|Of|Therefore|Meanwhile|Additionally|Also|Name|Representative|Officer)[:.]?$/;
/** A form alone, or behind a word like "the", names nobody: "The Company", "Limited". */
const NO_NAME =
  /^(?:(?:The|Our|Your|Each|Such|Any|This|A|An|Parent|Holding|Group|Other|Third Party|Portfolio|Insurance)\s+)*(?:Company|Corporation|Limited|Incorporated|Co\.|AS|AB|AG|SE|Limited Liability Company)$/i;

const ANY_FORM = new RegExp(`[ ,](?:${FORMS})(?![\\p{L}\\d])`, 'u');
const FORM_ALONE = new RegExp(`^(?:${FORMS})$`, 'u');

/** Finds the company names of a text that carry a legal form. */
export function findLegalNames(text: string): LegalName[] {
  const found: LegalName[] = [];
  if (!ANY_FORM.test(text)) return found; // most passages; the pattern is costly
  for (const match of text.matchAll(NAME)) {
    const words = (match[1] ?? '').split(' ');
    let from = match.index;
    while (words.length > 1 && NOT_OF_THE_NAME.test(words[0] ?? '')) from += (words.shift() ?? '').length + 1;
    const second = joinedAt(words);
    if (second > 0) from += words.splice(0, second).join(' ').length + 1;
    const name = words.join(' ');
    if (words.length < 2 || NO_NAME.test(name)) continue;
    if (/^\d+$/.test(words[0] ?? '') && !(words.length > 2 && BEGINS_A_NAME.test(text.slice(0, from))))
      continue;
    found.push({ name, from, to: from + name.length });
  }
  return found;
}

/** "A LLC and B, Inc." is two companies; where the second begins, else 0. The first was matched on its own if it has a form. */
function joinedAt(words: readonly string[]): number {
  const and = words.findIndex((word, index) => word === 'and' && FORM_ALONE.test(words[index - 1] ?? ''));
  return and + 1;
}
