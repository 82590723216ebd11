import type { StatedDate } from '../../structure/inspection.ts';
import type { Problem, Rule } from '../rule.ts';

/** Dates that cannot all be right: two of a kind, or a history that goes further than the date at the head. */
export const dateDisagreement: Rule = {
  name: 'date-disagreement',
  title: 'Dates that disagree',
  find: ({ inspection }) => {
    const { dates, history } = inspection;
    const own = dates.filter(({ kind }) => kind !== 'archived');
    const problems = [...secondOfAKind(own, 'effective'), ...secondOfAKind(own, 'last-updated')];
    const newest = history
      .map(({ iso }) => iso)
      .sort()
      .at(-1);
    const latest = own
      .map(({ iso }) => iso)
      .sort()
      .at(-1);
    const stated = own.find(({ iso }) => iso === latest);
    if (newest && stated && newest > stated.iso)
      problems.push({
        range: stated.range,
        severity: 'error',
        message: `The document history ends on ${newest}, but the date given here is ${stated.iso}.`,
        fix: { label: 'Bring the date and the history together.' },
      });
    return problems;
  },
};

function secondOfAKind(dates: readonly StatedDate[], kind: StatedDate['kind']): Problem[] {
  const [first, ...rest] = dates.filter((date) => date.kind === kind);
  if (!first) return [];
  return rest
    .filter(({ iso }) => iso !== first.iso)
    .map(({ range, iso }) => ({
      range,
      severity: 'warning',
      message: `Line ${first.line} gives ${first.iso} as the ${kind.replace('-', ' ')} date; here it is ${iso}.`,
      fix: { label: 'Give one date, or say what each stands for.' },
    }));
}
