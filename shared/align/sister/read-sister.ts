import { parseDocument } from '../../markdown/parse-document.ts';
import { indexLines, type LineIndex, type TextRange } from '../../model/text.ts';
import { inspect } from '../../structure/inspect.ts';
import type { Inspection } from '../../structure/inspection.ts';
import type { AlignedText } from '../alignment.ts';
import { sentenceAround } from '../sentence-around.ts';
import type { SisterPlace } from './sister-finding.ts';

/** What a document is among its company's. */
export type SisterRole =
  | 'privacy-policy'
  | 'cookie-policy'
  | 'processing-agreement'
  | 'vendor-list'
  | 'terms'
  | 'other';

/** A document read for the check against its sisters. */
export interface Sister {
  readonly document: number;
  readonly label: string;
  readonly role: SisterRole;
  readonly text: string;
  readonly lines: LineIndex;
  readonly inspection: Inspection;
}

/** Titles by role; the first that fits decides, so the narrower stand first. */
const ROLE_TITLES: readonly (readonly [SisterRole, RegExp])[] = [
  [
    'vendor-list',
    /\b(?:(?:sub-?\s?)?processors|vendors?|service providers|suppliers|third[- ]party (?:vendors|services))\b/i,
  ],
  ['cookie-policy', /\bcookies?\b/i],
  ['processing-agreement', /\b(?:data processing|processing (?:agreement|addendum)|DPA)\b/i],
  ['terms', /\b(?:terms|conditions|user agreement|EULA|licen[cs]e agreement)\b/i],
  ['privacy-policy', /\b(?:privacy|data protection)\b/i],
];
/** Characters at the head of a text in which its title stands, where there is no heading. */
const TITLE_WITHIN = 300;

/** Reads one of several documents of a company. */
export function readSister({ label, text }: AlignedText, document: number): Sister {
  const inspection = inspect(parseDocument(text));
  const title = inspection.title || text.slice(0, TITLE_WITHIN);
  return { document, label, role: roleOf(title, label), text, lines: indexLines(text), inspection };
}

/** How documents refer to one of a role, for references from one to another. */
export function titlePattern(role: SisterRole): RegExp | null {
  switch (role) {
    case 'privacy-policy':
      return /\bprivacy (?:policy|notice|statement)\b/gi;
    case 'cookie-policy':
      return /\bcookie (?:policy|notice|statement)\b/gi;
    case 'processing-agreement':
      return /\bdata processing (?:agreement|addendum|terms)\b|\bDPA\b/gi;
    case 'vendor-list':
      return /\b(?:list of )?(?:sub-?processors?|vendors?) (?:list|page)\b|\blist of (?:our )?(?:sub-?processors|vendors)\b/gi;
    case 'terms':
      return /\bterms (?:of (?:service|use)|and conditions)\b|\bgeneral terms\b/gi;
    case 'other':
      return null;
  }
}

/** A place with the words that stand there. */
export function placeIn(sister: Sister, range: TextRange): SisterPlace {
  return {
    document: sister.document,
    line: sister.lines.lineAt(range.from),
    range,
    quote: sister.text.slice(range.from, range.to),
    sentence: sentenceAround(sister.text, range),
  };
}

function roleOf(title: string, label: string): SisterRole {
  for (const candidate of [title, label])
    for (const [role, pattern] of ROLE_TITLES) if (pattern.test(candidate)) return role;
  return 'other';
}
