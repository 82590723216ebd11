import { termKey } from '../../structure/defined-terms.ts';
import type { DefinedTerm } from '../../structure/inspection.ts';
import { foldWords } from '../words.ts';
import { placeIn, type Sister } from './read-sister.ts';
import type { SisterFinding } from './sister-finding.ts';

/** A definition that sends the reader to another document defines nothing of its own. */
const DEFERS =
  /\b(?:as|has the meaning|have the meanings?|shall have the meaning)\b[^.]{0,40}\b(?:defined|given|set out|set forth|ascribed)\b[^.]{0,40}\b(?:in|by|to)\b/i;
/** What joins a term to its meaning. Terms in brackets behind a name ("… GmbH (“we”)") have no meaning of their own to compare. */
const MEANS =
  /^["'”’*_\s]{0,6}(?:shall |will |also |only ){0,2}(?:means?|mean|refers? to|is|are|includes?|denotes?)\b[:,]?\s*/i;
const SMALL_WORDS = new Set([
  'a',
  'an',
  'the',
  'and',
  'or',
  'of',
  'to',
  'that',
  'which',
  'is',
  'are',
  'any',
  'this',
  'these',
]);

/** Terms that two documents define in different words. */
export function checkDefinitions(sisters: readonly Sister[]): SisterFinding[] {
  return sisters.flatMap((a, index) =>
    sisters.slice(index + 1).flatMap((b) =>
      a.inspection.definedTerms.flatMap((term) => {
        const other = b.inspection.definedTerms.find(
          (candidate) => termKey(candidate.term) === termKey(term.term),
        );
        return other && contradicts(term, other)
          ? [
              {
                kind: 'definition' as const,
                severity: 'warning' as const,
                message: `${a.label} and ${b.label} define “${term.term}” differently.`,
                places: [placeIn(a, term.range), placeIn(b, other.range)],
              },
            ]
          : [];
      }),
    ),
  );
}

function contradicts(x: DefinedTerm, y: DefinedTerm): boolean {
  if (DEFERS.test(x.sentence) || DEFERS.test(y.sentence)) return false;
  const [a, b] = [meaning(x), meaning(y)];
  return a !== null && b !== null && a !== b;
}

/** The words behind "means", small ones left out; null where the sentence gives no meaning. */
function meaning({ term, sentence }: DefinedTerm): string | null {
  const at = sentence.indexOf(term);
  const rest = at < 0 ? '' : sentence.slice(at + term.length);
  const joint = MEANS.exec(rest);
  if (!joint) return null;
  return foldWords(rest.slice(joint[0].length))
    .filter((word) => !SMALL_WORDS.has(word))
    .join(' ');
}
