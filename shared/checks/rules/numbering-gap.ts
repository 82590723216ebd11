import { numberedHeadings } from '../../structure/numbered-headings.ts';
import type { Problem, Rule } from '../rule.ts';

/** Numbered headings that skip or repeat a number. */
export const numberingGap: Rule = {
  name: 'numbering-gap',
  title: 'Gaps and repeats in the numbers of headings',
  find: ({ inspection, reading }) => {
    const last = new Map<string, number>();
    return numberedHeadings(reading, inspection.sections).flatMap(
      ({ number, label, labelRange: range }): Problem[] => {
        const parent = number.slice(0, -1).join('.');
        const own = number.at(-1) ?? 0;
        const previous = last.get(parent);
        last.set(parent, own);
        if (previous === undefined || own === previous + 1 || own === 1) return [];
        const expected = [...number.slice(0, -1), previous + 1].join('.');
        return [
          {
            range,
            severity: 'warning',
            message:
              own === previous
                ? `The number ${label} is used twice.`
                : `After number ${[...number.slice(0, -1), previous].join('.')} comes ${label}.`,
            fix: { label: `Number this section ${expected}.`, edits: [{ ...range, insert: expected }] },
          },
        ];
      },
    );
  },
};
