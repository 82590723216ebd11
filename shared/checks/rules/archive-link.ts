import type { LinkInline } from '../../markdown/document.ts';
import { isArchiveNote } from '../../structure/archive-note.ts';
import type { ArchiveNote } from '../../structure/inspection.ts';
import { linksOf } from '../../structure/links.ts';
import type { Problem, Rule } from '../rule.ts';

const ARCHIVE = /^https?:\/\/web\.archive\.org(\/.*)?$/i;
/** Other archives; their addresses mostly hide the page's own. */
const OTHER_ARCHIVE =
  /^https?:\/\/(?:(?:www\.)?archive\.(?:today|is|ph|li|md|fo|vn)|perma\.cc|(?:www\.)?webcitation\.org|webcache\.googleusercontent\.com)\/(?:.*?(https?:\/\/.+))?/i;
/** `/web/20190507061744id_/https://example.com/page`: the address that was saved follows the time stamp. */
const SAVED = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(.+)$/i;

/** A link that a web archive rewrote to lead to itself. */
export const archiveLink: Rule = {
  name: 'archive-link',
  title: 'Links that lead to a web archive',
  find: ({ inspection, reading }) => {
    const { archive } = inspection;
    const note = reading.passages.find((passage) => isArchiveNote(archive, passage));
    return linksOf(reading).flatMap((link) => {
      const inNote = note && link.from >= note.range.from && link.to <= note.range.to;
      return inNote ? [] : (readArchiveLink(link, archive) ?? []);
    });
  },
};

function readArchiveLink(link: LinkInline, archive: ArchiveNote | null): Problem | null {
  const other = OTHER_ARCHIVE.exec(link.href);
  const path = ARCHIVE.exec(link.href)?.[1] ?? (other ? '' : undefined);
  if (path === undefined) return null;
  const saved = other ? other[1] : SAVED.exec(path)?.[1];
  const original = saved ? decode(saved) : archive && !other ? `https://${archive.host}${path}` : null;
  const range = { from: link.from, to: link.to };
  const message = 'The link leads to a web archive, not to the page it was made for.';
  if (!original) return { range, severity: 'warning', message };
  const label = `Link to ${original}.`;
  const fix = link.hrefRange ? { label, edits: [{ ...link.hrefRange, insert: original }] } : { label };
  return { range, severity: 'warning', message, fix };
}

function decode(address: string): string {
  return address.replace(/^(https?)%3A\/\//i, '$1://');
}
