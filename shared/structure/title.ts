import { isArchiveNote } from './archive-note.ts';
import type { ArchiveNote } from './inspection.ts';
import type { Reading } from './reading.ts';

/** A first line longer than this is a sentence of the text, not its title. */
const LONGEST_TITLE = 120;

const STATEMENT_OF_DATE = /^\W*(?:effective|last|updated|revised|modified|published)\b|(?:19|20)\d{2}$/i;

/** The title: of the first heading of the highest level near the head, else of the front matter, else the first short line. */
export function readTitle(reading: Reading, archive: ArchiveNote | null): string {
  const firstHeading = reading.headings.find((heading) => heading.level === 1) ?? reading.headings[0];
  const body = reading.passages.filter(
    (passage) => passage.kind !== 'metadata' && !isArchiveNote(archive, passage) && passage.plain.text.trim(),
  );
  const first = body[0];
  if (first?.kind === 'paragraph' && isTitleLike(first.plain.text)) return first.plain.text.trim();
  if (firstHeading) return firstHeading.plain.text.trim();
  const setting = reading.frontMatter?.values.find((value) => value.key === 'title')?.value;
  return setting ?? '';
}

function isTitleLike(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= LONGEST_TITLE && !/[.:;,!?]$/.test(trimmed) && !STATEMENT_OF_DATE.test(trimmed);
}
