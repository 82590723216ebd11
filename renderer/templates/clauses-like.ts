import type { Clause } from '../../shared/model/clause.ts';

/** The clauses that have all of the words in their name, tags or text, however they are cased. */
export function clausesLike(clauses: readonly Clause[], filter: string): readonly Clause[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return clauses.filter(({ name, tags, text }) => {
    const all = [name, ...tags, text].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
