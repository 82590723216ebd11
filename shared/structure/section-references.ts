import type { CrossReference, Section } from './inspection.ts';
import { numberedHeadings } from './numbered-headings.ts';
import { sourceRange } from './plain-text.ts';
import type { Passage, Reading } from './reading.ts';

/** "Section 4", but not "section 4 of the Act". */
const REFERENCE =
  /\b(?:[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?)\s+(\d{1,3}(?:\.\d{1,3}){0,4})(?![\d.]*\d)(?!\s*(?:\([a-z0-9]+\)\s*)*(?:of|to|in) (?!this\b))/g;

/** A reference to a numbered section as it stands in a passage; offsets are into the passage's plain text. */
export interface FoundReference {
  readonly passage: Passage;
  readonly words: string;
  readonly label: string;
  readonly at: number;
  /** Where the number begins. */
  readonly labelAt: number;
}

/** The references to numbered sections of this document, outside of headings. */
export function findSectionReferences(reading: Reading): FoundReference[] {
  return reading.passages.flatMap((passage) =>
    passage.kind === 'heading'
      ? []
      : [...passage.plain.text.matchAll(REFERENCE)].map((match) => {
          const [words, label = ''] = match;
          const labelAt = match.index + words.length - label.length;
          return { passage, words, label, at: match.index, labelAt };
        }),
  );
}

/** The references to numbered sections with the headings they lead to; none in a text without numbered headings. */
export function readCrossReferences(reading: Reading, sections: readonly Section[]): CrossReference[] {
  const headings = numberedHeadings(reading, sections);
  if (headings.length < 2) return [];
  return findSectionReferences(reading).map(({ passage, words, label, at }) => {
    const range = sourceRange(passage.plain, at, at + words.length);
    const target = headings.find((heading) => heading.label === label);
    const line = reading.lines.lineAt(range.from);
    return { text: words, label, target: target?.section.heading ?? '', line, range };
  });
}
