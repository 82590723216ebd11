import type { DefinedTerm } from '../structure/inspection.ts';

const PRONOUN = /^(?:we|us|our|ours|you|your|yours)$/i;
/** Short forms are written out once for the reader's sake; nobody minds if they do not return. */
const SHORT_FORM = /^\p{Lu}[\p{Lu}\d.&-]{1,6}s?$/u;

/** True for "we" and "you", which policies define and use as everybody does. */
export function isPronoun(term: string): boolean {
  return PRONOUN.test(term);
}

/** True for abbreviations such as "GDPR". */
export function isShortForm(term: string): boolean {
  return SHORT_FORM.test(term);
}

/** The defined terms that are neither pronouns nor abbreviations. */
export function properTerms(terms: readonly DefinedTerm[]): DefinedTerm[] {
  return terms.filter(({ term }) => !isPronoun(term) && !isShortForm(term));
}
