import { readDefinitions, termKey } from '../../structure/defined-terms.ts';
import { isPronoun, isShortForm } from '../proper-terms.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** A term that is defined in two places. */
export const duplicateDefinition: Rule = {
  name: 'duplicate-definition',
  title: 'Terms that are defined twice',
  find: ({ reading }) => {
    const first = new Map<string, number>();
    const problems: Problem[] = [];
    for (const { term, range } of readDefinitions(reading)) {
      if (isPronoun(term)) continue;
      const line = first.get(termKey(term));
      const here = reading.lines.lineAt(range.from);
      if (line === undefined) first.set(termKey(term), here);
      else if (line !== here)
        problems.push({
          range,
          severity: isShortForm(term) ? 'info' : 'warning',
          message: `${quote(term)} is already defined in line ${line}.`,
          fix: { label: 'Keep one of the two definitions.' },
        });
    }
    return problems;
  },
};
