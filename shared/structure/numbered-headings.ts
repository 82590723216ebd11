import type { TextRange } from '../model/text.ts';
import type { Section } from './inspection.ts';
import { sourceRange } from './plain-text.ts';
import type { Reading } from './reading.ts';

/** A heading that begins with a number ("4.", "4.2", "Article 4", "IV."). */
export interface NumberedHeading {
  readonly section: Section;
  /** The parts of the number: `4.2` is `[4, 2]`. */
  readonly number: readonly number[];
  /** The number as written, and the heading without it. */
  readonly label: string;
  readonly labelRange: TextRange;
  readonly title: string;
}

const NUMBERED = /^(?:(?:section|article|clause|part|§)\s+)?(\d{1,3}(?:\.\d{1,3}){0,4})[.):]?\s+(.*)$/i;

/** The headings that carry numbers, in order. */
export function numberedHeadings(reading: Reading, sections: readonly Section[]): NumberedHeading[] {
  return sections.flatMap((section, index) => {
    const plain = reading.headings[index]?.plain;
    const match = NUMBERED.exec(section.heading);
    const [, label = '', title = ''] = match ?? [];
    if (!plain || !match || /^(?:19|20)\d{2}$/.test(label)) return [];
    const at = plain.text.indexOf(label);
    const labelRange = sourceRange(plain, at, at + label.length);
    return [{ section, label, labelRange, title: title.trim(), number: label.split('.').map(Number) }];
  });
}
