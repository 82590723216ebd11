import type { Heading, MarkdownDocument } from '../../markdown/document.ts';
import { walkBlocks } from '../../markdown/parse-document.ts';
import type { TextRange } from '../../model/text.ts';
import type { Section } from '../inspection.ts';

/** How a section's heading stands in the source. */
export interface HeadingSource {
  readonly heading: Heading;
  /** The words with their markup, without marks and underline. */
  readonly title: TextRange;
  /** `===` or `---` under the title, with the line end before it; null for `#` headings. */
  readonly underline: TextRange | null;
  /** True within a list or quote, where sections cannot be moved about. */
  readonly nested: boolean;
}

/** Finds a section's heading in the tree; null if the section is of another document. */
export function headingSource(document: MarkdownDocument, section: Section): HeadingSource | null {
  for (const { block, parents } of walkBlocks(document.blocks)) {
    if (block.kind !== 'heading' || block.from !== section.range.from) continue;
    return { heading: block, nested: parents.length > 0, ...measure(document.text, block) };
  }
  return null;
}

function measure(text: string, heading: Heading): { title: TextRange; underline: TextRange | null } {
  const source = text.slice(heading.from, heading.to);
  const marks = /^#{1,6}(?:[ \t]+|$)/.exec(source);
  if (marks) {
    const closing = /(?:[ \t]+#+)?[ \t]*$/.exec(source.slice(marks[0].length))?.[0].length ?? 0;
    const from = heading.from + marks[0].length;
    return { title: { from, to: Math.max(from, heading.to - closing) }, underline: null };
  }
  const line = source.lastIndexOf('\n');
  const underlineFrom = heading.from + Math.max(0, line);
  const title = source.slice(0, Math.max(0, line)).trimEnd();
  return {
    title: { from: heading.from, to: heading.from + title.length },
    underline: { from: underlineFrom, to: heading.to },
  };
}
