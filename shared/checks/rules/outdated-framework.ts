import { sourceRange } from '../../structure/plain-text.ts';
import type { Passage } from '../../structure/reading.ts';
import { LAPSED_FRAMEWORKS, type LapsedFramework } from '../frameworks.ts';
import type { CheckContext, Problem, Rule } from '../rule.ts';

/** A reference to a legal framework that no longer holds. One finding a section: the section is what must be rewritten. */
export const outdatedFramework: Rule = {
  name: 'outdated-framework',
  title: 'References to frameworks that no longer hold',
  find: (context) => LAPSED_FRAMEWORKS.flatMap((framework) => findFramework(context, framework)),
};

function findFramework({ inspection, reading }: CheckContext, framework: LapsedFramework): Problem[] {
  const problems = new Map<number, Problem>();
  for (const passage of reading.passages) {
    const isHistory = inspection.history.some(
      ({ range }) => range.from <= passage.range.from && passage.range.to <= range.to,
    );
    if (isHistory || problems.has(passage.heading)) continue;
    const match = [...passage.plain.text.matchAll(framework.pattern)][0];
    if (match) problems.set(passage.heading, toProblem(passage, match, framework));
  }
  return [...problems.values()];
}

function toProblem(passage: Passage, match: RegExpMatchArray, framework: LapsedFramework): Problem {
  const from = match.index ?? 0;
  return {
    range: sourceRange(passage.plain, from, from + match[0].length),
    severity: 'warning',
    message: `${framework.name} has not been valid since ${inWords(framework.until)} (${framework.source}).`,
    fix: { label: `Refer to ${framework.successor}, or take the reference out.` },
  };
}

function inWords(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
