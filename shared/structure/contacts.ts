import { walkBlocks } from '../markdown/parse-document.ts';
import { type FoundEmail, findEmails } from './email-addresses.ts';
import type { EmailAddress } from './inspection.ts';
import { sourceRange } from './plain-text.ts';
import type { Reading } from './reading.ts';

/** A tag with attributes; "<Office in Japan>" is text that was mistaken for one. */
const TAG = /<[a-z][^<>\n]{0,300}>/gi;
/** Country code or bracketed area code first; seven to fifteen digits in all (ITU-T E.164). */
const PHONE =
  /(?<![\p{L}\p{N}.,/#=_-])(?:\+|00|\(\d{2,5}\)\s?)?\d[\d\s().\u00a0–-]{5,22}\d(?![\p{L}\p{N}@/_-])/gu;
/** "Company number 00000014": a register's number, whatever it begins with. */
const REGISTER_CUE =
  /\b(?:compan(?:y|ies)|registration|registered|register|registry|vat|tax|id|identification|licen[cs]e|reference|account|case|charity|trade)\s*(?:number|no\.?|nr\.?|#|id)?\s*(?:is|:|of)?\s*$|\b(?:HRB|KvK|EIN|ABN|ACN|SIREN|SIRET|CIF|NIF|ICO|UID|CVR|org\.? nr)\.?\s*:?\s*$/i;
const PHONE_CUE =
  /\b(?:tele?phone|phone|tel|call|fax|mobile|hotline|toll[- ]free|dial|ring|whatsapp)\b[^.;]{0,40}$/i;

/**
 * Addresses a reader is shown, with how often each stands in the source (text and targets alike). A target that the text
 * does not show counts only where the text shows no address at all, so that a mistyped target is not taken for a contact.
 */
export function readEmails(reading: Reading): EmailAddress[] {
  const first = new Map<string, { email: string; at: number; to: number }>();
  const note = (email: string, at: number, to: number): void => {
    const key = email.toLowerCase();
    if (!first.has(key)) first.set(key, { email, at, to });
  };
  for (const { plain } of reading.passages) {
    if (plain.text.includes('@'))
      for (const { from, to } of findEmails(plain.text)) {
        // "write to us at[ada@…](mailto:…)": a word that lost its space is no part of the address that is linked.
        const mailto = plain.marks.filter(({ kind, href }) => kind === 'link' && /^mailto:/i.test(href));
        const glued = mailto.find((mark) => mark.from > from && mark.from < to);
        const split = mailto.some((mark) => mark.from <= from && mark.to > from); // an address that a link ends within
        const start = (split ? undefined : glued?.from) ?? from;
        const range = sourceRange(plain, start, to);
        note(plain.text.slice(start, to), range.from, range.to);
      }
    for (const mark of plain.marks) {
      if (mark.kind !== 'link' || !/^mailto:/i.test(mark.href)) continue;
      const range = sourceRange(plain, mark.from, mark.to);
      if (!plain.text.slice(mark.from, mark.to).includes('@'))
        for (const email of mailtoAddresses(mark.href)) note(email, range.from, range.to);
    }
  }
  for (const { email, from, to } of addressesInRawBlocks(reading)) note(email, from, to);
  const counts = countAddresses(reading.text);
  return [...first.values()].map(({ email, at, to }) => ({
    email,
    occurrences: counts.get(email.toLowerCase()) ?? 1,
    line: reading.lines.lineAt(at),
    range: { from: at, to },
  }));
}

/**
 * Addresses in blocks that Markdown takes for code or HTML: an indented postal address, or lines under "<Office in Japan>". What
 * stands inside a tag is not shown.
 */
function addressesInRawBlocks({ document, text, frontMatter }: Reading): FoundEmail[] {
  const bodyFrom = frontMatter?.to ?? 0;
  return [...walkBlocks(document.blocks)].flatMap(({ block }) => {
    const raw =
      (block.kind === 'code-block' && /^(?:te?xt)?$/i.test(block.info)) ||
      (block.kind === 'html-block' && !block.comment);
    if (!raw || block.from < bodyFrom) return [];
    const shown = text
      .slice(block.from, block.to)
      .replace(TAG, (tag) => (tag.includes('=') ? ' '.repeat(tag.length) : tag));
    return findEmails(shown).map(({ email, from, to }) => ({
      email,
      from: block.from + from,
      to: block.from + to,
    }));
  });
}

/** The addresses a `mailto:` target names, without its subject and other fields. */
export function mailtoAddresses(href: string): string[] {
  const path = href.replace(/^mailto:/i, '').split('?')[0] ?? '';
  return findEmails(path.replace(/%40/gi, '@')).map(({ email }) => email);
}

/** Telephone numbers: written internationally or after a word that says so; other digit groups are identifiers. */
export function readPhones(reading: Reading): string[] {
  const phones = new Set<string>();
  for (const { plain } of reading.passages) {
    if (!/\d[\d\s().–-]{5}/.test(plain.text)) continue;
    for (const match of plain.text.matchAll(PHONE)) {
      const digits = match[0].replace(/\D/g, '').length;
      const international = /^(?:\+|00[1-9])\d/.test(match[0]);
      if (REGISTER_CUE.test(plain.text.slice(Math.max(0, match.index - 40), match.index))) continue;
      if (digits < 7 || digits > 15 || !balanced(match[0])) continue;
      if (international || PHONE_CUE.test(plain.text.slice(Math.max(0, match.index - 60), match.index)))
        phones.add(match[0].trim());
    }
    for (const mark of plain.marks)
      if (/^tel:/i.test(mark.href)) phones.add(plain.text.slice(mark.from, mark.to).trim());
  }
  return [...phones];
}

function balanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}

function countAddresses(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { email } of findEmails(text)) {
    const key = email.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
