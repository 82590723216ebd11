import type { MarkdownDocument } from '../../markdown/document.ts';
import type { TextRange } from '../../model/text.ts';
import { findDates } from '../calendar.ts';
import { writeDateLike } from '../date-style.ts';
import { findEmails } from '../email-addresses.ts';
import type { Inspection } from '../inspection.ts';
import { linksOf } from '../links.ts';
import { sourceRange } from '../plain-text.ts';
import { makeReading } from '../reading.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { renameWords } from './rename-words.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Writes one of the policy's dates, in the way it is written there. Null for the archive's date, which is not the policy's. */
export function writeDate(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  iso: string,
): LensEdits {
  const date = inspection.dates[index];
  if (!date || date.kind === 'archived' || !ISO_DATE.test(iso) || findDates(iso).length === 0) return null;
  if (date.iso === iso) return [];
  const source = document.text.slice(date.range.from, date.range.to);
  const found = findDates(source).find((candidate) => candidate.iso === date.iso);
  if (!found) return null;
  const range = { from: date.range.from + found.from, to: date.range.from + found.to };
  return replaceRange(document.text, range, writeDateLike(source.slice(found.from, found.to), iso));
}

/** Replaces an address everywhere, in texts and targets. */
export function renameEmail(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  email: string,
): LensEdits {
  const old = inspection.emails[index]?.email;
  const valid = findEmails(email)[0]?.email === email;
  if (!old || !valid) return null;
  if (old === email) return [];
  const reading = makeReading(document);
  const shown = reading.passages.flatMap(({ plain }) =>
    findEmails(plain.text).map((found) => ({
      email: found.email,
      range: sourceRange(plain, found.from, found.to),
    })),
  );
  const linked = linksOf(reading).flatMap(({ hrefRange }) =>
    hrefRange ? findIn(document.text, hrefRange) : [],
  );
  const places = new Map<number, TextRange>();
  for (const place of [...shown, ...linked])
    if (place.email.toLowerCase() === old.toLowerCase() && isPlain(document.text, place))
      places.set(place.range.from, place.range);
  return [...places.values()].flatMap((range) => replaceRange(document.text, range, email));
}

/** Not an address that markup runs through (`[he](mailto:help@x.example)lp@x.example`); escapes are no markup. */
function isPlain(text: string, { email, range }: { email: string; range: TextRange }): boolean {
  return text.slice(range.from, range.to).replaceAll('\\', '') === email;
}

function findIn(text: string, { from, to }: TextRange): { email: string; range: TextRange }[] {
  return findEmails(text.slice(from, to)).map((found) => ({
    email: found.email,
    range: { from: from + found.from, to: from + found.to },
  }));
}

/** Replaces a company's name everywhere it stands as one stretch of text. */
export function renameEntity(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  name: string,
): LensEdits {
  const old = inspection.entities[index]?.name;
  const words = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!old || !words) return null;
  if (old === words) return [];
  return renameWords(document, old, words);
}
