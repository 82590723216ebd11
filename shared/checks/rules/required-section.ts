import { nameKey } from '../../structure/vendor-names.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** A section that every policy of the house must have. */
export const requiredSection: Rule = {
  name: 'required-section',
  title: 'Sections the house asks for',
  find: ({ inspection, profile, document }) => {
    const headings = inspection.sections.map(({ heading }) => nameKey(heading));
    return profile.requiredSections
      .filter((title) => !headings.some((heading) => heading.includes(nameKey(title))))
      .map((title) => ({
        range: { from: document.text.length, to: document.text.length },
        severity: 'warning' as const,
        message: `The house asks for a section ${quote(title)}; there is none.`,
        fix: {
          label: `Add the heading ${quote(title)} at the end.`,
          edits: [{ from: document.text.length, to: document.text.length, insert: `\n\n## ${title}\n` }],
        },
      }));
  },
};
