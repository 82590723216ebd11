import type { Passage } from '../../structure/reading.ts';
import { nameKey } from '../../structure/vendor-names.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote, times } from '../text-search.ts';

/** Two headings under the same parent with the same words, whatever their capitals. */
export const duplicateHeading: Rule = {
  name: 'duplicate-heading',
  title: 'Headings that are the same or differ only in capitals',
  find: ({ inspection, reading }) => {
    const places = new Map<string, Passage[]>();
    inspection.sections.forEach(({ path, heading }, index) => {
      const passage = reading.headings[index];
      const key = path.map(nameKey).join(' > ');
      if (passage && nameKey(heading)) places.set(key, [...(places.get(key) ?? []), passage]);
    });
    return [...places.values()].flatMap(([first, second, ...more]): Problem[] => {
      if (!first || !second) return [];
      const again = more.length > 0 ? `, and again ${times(more.length)} further down` : '';
      return [
        {
          range: second.range,
          severity: 'info',
          message: `${quote(second.plain.text)} is a heading in line ${first.line} already${again}; readers and links cannot tell the sections apart.`,
          fix: { label: 'Give the sections different headings.' },
        },
      ];
    });
  },
};
