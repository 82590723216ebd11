import type { MarkdownDocument } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { parseDocument } from '../../markdown/parse-document.ts';
import { applyEdits, type TextRange } from '../../model/text.ts';
import { findDates, findMonths } from '../calendar.ts';
import { writeDateLike } from '../date-style.ts';
import { findEmails } from '../email-addresses.ts';
import { inspect } from '../inspect.ts';
import type { Inspection } from '../inspection.ts';
import { linksOf } from '../links.ts';
import { sourceRange } from '../plain-text.ts';
import { makeReading } from '../reading.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { headingSource } from './heading-source.ts';
import { renameSection } from './outline-lens.ts';
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
  const candidates = date.precision ? findMonths(source) : findDates(source);
  const found = candidates.find((candidate) => candidate.iso === date.iso);
  if (!found) return null;
  const range = { from: date.range.from + found.from, to: date.range.from + found.to };
  const sample = date.precision ? '2 May 2019' : source.slice(found.from, found.to);
  return replaceRange(document.text, range, writeDateLike(sample, iso));
}

/** Gives the policy another title where it stands as its heading; null where the title is no heading of the text. */
export function writeTitle(document: MarkdownDocument, inspection: Inspection, title: string): LensEdits {
  const index = inspection.sections.findIndex(({ heading }) => heading === inspection.title);
  if (index >= 0) return renameSection(document, inspection, index, title);
  if (inspection.title || !title.trim()) return null;
  const from = makeReading(document).frontMatter?.to ?? 0;
  return [{ from, to: from, insert: `# ${escapeMarkdown(title, 'heading')}\n\n` }];
}

/** States a date that the policy does not give yet, on a line of its own under the title. */
export function addDate(
  document: MarkdownDocument,
  inspection: Inspection,
  kind: 'effective' | 'last-updated',
  iso: string,
): LensEdits {
  if (!ISO_DATE.test(iso) || findDates(iso).length === 0) return null;
  if (inspection.dates.some((date) => date.kind === kind)) return null;
  const other = inspection.dates.find((date) => date.kind !== 'archived');
  const sample = other ? document.text.slice(other.range.from, other.range.to) : '';
  const found = findDates(sample)[0];
  const date = writeDateLike(found ? sample.slice(found.from, found.to) : '2 May 2019', iso);
  const line = `${kind === 'effective' ? 'Effective' : 'Last updated'}: ${date}`;
  const title = inspection.sections.find(({ heading }) => heading === inspection.title);
  const source = title ? headingSource(document, title) : null;
  const from = source?.heading.to ?? makeReading(document).frontMatter?.to ?? 0;
  const edit = { from, to: from, insert: source ? `\n\n${line}` : `${line}\n\n` };
  const after = inspect(parseDocument(applyEdits(document.text, [edit])));
  return after.dates.some((read) => read.kind === kind && read.iso === iso) ? [edit] : null;
}

/** Writes another postal address or register number of a company where the text gives it in one stretch. */
export function writeEntityDetail(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  field: 'address' | 'id',
  value: string,
): LensEdits {
  const old = inspection.entities[index]?.[field];
  const words = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!old || !words) return null;
  return old === words ? [] : nullIfNone(renameWords(document, old, words));
}

/** Writes another telephone number wherever the text gives one; its link, if it has one, is left to the links. */
export function writePhone(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  value: string,
): LensEdits {
  const old = inspection.phones[index];
  const words = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!old || !/\d{3}/.test(words.replace(/\D/g, ''))) return null;
  return old === words ? [] : nullIfNone(renameWords(document, old, words));
}

function nullIfNone<Edit>(edits: readonly Edit[]): readonly Edit[] | null {
  return edits.length > 0 ? edits : null;
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
