import type { DefinedTerm } from '../../structure/inspection.ts';
import { properTerms } from '../proper-terms.ts';
import type { CheckContext, Problem, Rule } from '../rule.ts';
import { escapePattern, findInText, type Hit, quote, times } from '../text-search.ts';

/** A term of several words that is also written in small letters. One finding a term, whose fix mends all its places. */
export const miscapitalisedTerm: Rule = {
  name: 'miscapitalised-term',
  title: 'Defined terms written without their capitals',
  find: (context) => properTerms(context.inspection.definedTerms).flatMap((term) => findSmall(context, term)),
};

function findSmall({ reading }: CheckContext, { term, uses, line, range: defined }: DefinedTerm): Problem[] {
  const words = term.split(/\s+/);
  if (words.length < 2 || !words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))) return [];
  const small = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(term.toLowerCase())}(?![\\p{L}\\p{N}])`, 'gu');
  // "… with personal data within the meaning of the law ("Personal Data")" is how such terms are made.
  const makesIt = ({ passage, range }: Hit): boolean =>
    range.from < defined.from && passage.range.from <= defined.from && defined.from < passage.range.to;
  const hits = findInText(reading, small).filter(
    (hit) => hit.passage.kind !== 'heading' && hit.range.to - hit.range.from === term.length && !makesIt(hit),
  );
  const first = hits[0];
  // Where the small form rules, it is meant in its ordinary sense.
  if (!first || hits.length > uses) return [];
  return [
    {
      range: first.range,
      severity: 'info',
      message: `${quote(term)} is a defined term (line ${line}), but is written ${quote(first.words)} ${times(hits.length)}.`,
      fix: {
        label: `Write ${quote(term)} in every place.`,
        edits: hits.map((hit) => ({ ...hit.range, insert: term })),
      },
    },
  ];
}
