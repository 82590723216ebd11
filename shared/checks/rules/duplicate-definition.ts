import type { TextRange } from '../../model/text.ts';
import { readDefinitions, termKey } from '../../structure/defined-terms.ts';
import { isOfAnother, titlesOfOtherPolicies } from '../other-policies.ts';
import { isPronoun, isShortForm } from '../proper-terms.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote, times } from '../text-search.ts';

/** A term that is defined in two places. */
export const duplicateDefinition: Rule = {
  name: 'duplicate-definition',
  title: 'Terms that are defined twice',
  find: ({ reading }) => {
    const places = new Map<string, { term: string; range: TextRange }[]>();
    for (const definition of readDefinitions(reading)) {
      const list = places.get(termKey(definition.term)) ?? [];
      places.set(termKey(definition.term), list);
      const line = reading.lines.lineAt(definition.range.from);
      if (list.every(({ range }) => reading.lines.lineAt(range.from) !== line)) list.push(definition);
    }
    const titles = titlesOfOtherPolicies(reading);
    return [...places.values()].flatMap(([first, ...rest]): Problem[] => {
      if (!first || isPronoun(first.term)) return [];
      const [second, ...more] = rest.filter(
        ({ range }) => !isOfAnother(titles, first.range.from, range.from),
      );
      if (!second) return [];
      const again = more.length > 0 ? `, and again ${times(more.length)} further down` : '';
      return [
        {
          range: second.range,
          severity: isShortForm(second.term) ? 'info' : 'warning',
          message: `${quote(second.term)} is already defined in line ${reading.lines.lineAt(first.range.from)}${again}.`,
          fix: { label: 'Keep one definition.' },
        },
      ];
    });
  },
};
