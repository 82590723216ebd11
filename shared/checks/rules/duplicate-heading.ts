import { nameKey } from '../../structure/vendor-names.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** Two headings under the same parent with the same words, whatever their capitals. */
export const duplicateHeading: Rule = {
  name: 'duplicate-heading',
  title: 'Headings that are the same or differ only in capitals',
  find: ({ inspection, reading }) => {
    const first = new Map<string, number>();
    return inspection.sections.flatMap(({ path, heading, line }, index): Problem[] => {
      const key = path.map(nameKey).join(' > ');
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, line);
      const passage = reading.headings[index];
      if (earlier === undefined || !nameKey(heading) || !passage) return [];
      return [
        {
          range: passage.range,
          severity: 'info',
          message: `Line ${earlier} has the same heading, ${quote(heading)}; readers and links cannot tell the two apart.`,
          fix: { label: 'Give the sections different headings.' },
        },
      ];
    });
  },
};
