import type { TimeCommitment } from '../../structure/inspection.ts';
import type { Problem, Rule } from '../rule.ts';

/** Kinds of promises that a policy makes once; an age may be set for several purposes. */
const COMPARED = new Set([
  'retention',
  'deletion',
  'backup',
  'restore-window',
  'response',
  'breach-notification',
  'notice',
]);
/** Two sentences speak of one thing when this share of their weighty words is common to both. */
const SAME_SUBJECT = 0.6;
/** Fewer weighty words than this say too little to compare. */
const MINIMUM_WORDS = 4;
/** With fewer, both must speak of exactly the same things. */
const MINIMUM_SAME_WORDS = 2;
const LIGHT =
  /^(?:the|and|for|you|your|our|with|from|that|this|will|may|are|was|were|have|has|any|all|not|which|who|its|their|them|they|than|then|into|out|about|after|before|within|upto|until|day|days|week|weeks|month|months|year|years|hour|hours|business|working|period|least|most|make|give|provide|notify|notice|notified|inform|advance|prior|keep|kept|retain|retained|store|stored|hold|held|delete|deleted|erase|erased|remove|removed|respond|reply|answer|month)$/;

/** Two places that promise different periods for what reads like one and the same thing. */
export const contradictingPeriod: Rule = {
  name: 'contradicting-period',
  title: 'Periods that contradict each other',
  find: ({ inspection, reading }) => {
    const cells = reading.passages.filter(({ kind }) => kind === 'cell').map(({ range }) => range);
    const inCell = ({ range }: TimeCommitment): boolean =>
      cells.some(({ from, to }) => from <= range.from && range.to <= to); // rows speak of different things
    const promises = inspection.timeCommitments.filter(
      (promise) => COMPARED.has(promise.kind) && !inCell(promise),
    );
    return promises.flatMap((later, index): Problem[] => {
      const earlier = promises.slice(0, index).find((other) => contradict(other, later));
      if (!earlier) return [];
      const { value, unit } = earlier;
      return [
        {
          range: later.range,
          severity: 'warning',
          message: `Line ${earlier.line} gives ${value} ${unit.replace('-', ' ')}${value === 1 ? '' : 's'} for what reads like the same thing.`,
          fix: { label: 'Give one period, or say what sets the two apart.' },
        },
      ];
    });
  },
};

function contradict(one: TimeCommitment, other: TimeCommitment): boolean {
  if (one.kind !== other.kind || one.quote === other.quote) return false;
  if (one.value === other.value && one.unit === other.unit) return false;
  const [x, y] = [weightyWords(one.quote), weightyWords(other.quote)];
  const common = [...x].filter((word) => y.has(word)).length;
  if (Math.min(x.size, y.size) < MINIMUM_WORDS)
    return x.size === common && y.size === common && common >= MINIMUM_SAME_WORDS;
  return common / (x.size + y.size - common) >= SAME_SUBJECT;
}

function weightyWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !LIGHT.test(word)).map((word) => word.replace(/(?:ed|ing|s)$/, '')));
}
