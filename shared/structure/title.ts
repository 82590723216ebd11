import { isArchiveNote } from './archive-note.ts';
import type { ArchiveNote } from './inspection.ts';
import type { Reading } from './reading.ts';

/** A first line longer than this is a sentence of the text, not its title. */
const LONGEST_TITLE = 120;

const STATEMENT_OF_DATE = /^\W*(?:effective|last|updated|revised|modified|published)\b|(?:19|20)\d{2}$/i;

/** What policies are called by. */
const NAMES_A_POLICY =
  /\b(?:polic(?:y|ies)|notice|statement|terms|agreement|addendum|guidelines?|conditions|disclosures?|code of conduct|rules|standards|(?:sub-?)?processors|impressum|data protection)\b/i;
/** Lines looked at before the first heading. */
const HEAD_LINES = 4;
/** "Privacy PolicyLast Modified: 2022-10-27": a date that lost the line end before it. */
const GLUED_DATE = /(?<=\p{Ll})(?:Last|Effective|Updated|Revised)\b.*\d{4}.*$/u;

/**
 * The title: a line over the first heading that names a policy, else the first heading of the highest level, else the front
 * matter's, else the first short line. A front matter's title comes before headings of lower levels.
 */
export function readTitle(reading: Reading, archive: ArchiveNote | null): string {
  const headings = reading.headings.filter(({ plain }) => plain.text.trim().length <= LONGEST_TITLE);
  const first = reading.headings.find(({ level }) => level === 1);
  const setting = reading.frontMatter?.values.find(({ key }) => key === 'title')?.value ?? '';
  const lines = reading.passages
    .filter(
      (passage) =>
        passage.kind !== 'metadata' && !isArchiveNote(archive, passage) && passage.plain.text.trim(),
    )
    .slice(0, HEAD_LINES);
  const heads = lines.slice(0, lines.findIndex(({ kind }) => kind === 'heading') >>> 0);
  const bare = heads.filter(
    ({ kind, item, plain }) => kind === 'paragraph' && !item && isTitleLike(plain.text),
  );
  const named = bare.find(({ plain }) => NAMES_A_POLICY.test(plain.text));
  const top = lines[0] === bare[0] ? bare[0] : undefined;
  const over = named ?? (first && NAMES_A_POLICY.test(first.plain.text) ? undefined : top);
  const best = (over ?? first)?.plain.text ?? (setting || (headings[0]?.plain.text ?? ''));
  return best.trim().replace(GLUED_DATE, '').trim();
}

function isTitleLike(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= LONGEST_TITLE && !/[.:;,!?]$/.test(trimmed) && !STATEMENT_OF_DATE.test(trimmed);
}
