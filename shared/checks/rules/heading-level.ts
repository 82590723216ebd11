import type { Problem, Rule } from '../rule.ts';

/** A heading more than one level below the one before it: outlines and screen readers then miss a step. */
export const headingLevel: Rule = {
  name: 'heading-level',
  title: 'Headings that skip a level',
  find: ({ inspection }) => {
    const seen = new Set<string>();
    return inspection.sections.flatMap(({ level, heading, range }, index): Problem[] => {
      const before = inspection.sections[index - 1]?.level ?? level;
      const skip = `${before} ${level}`;
      // The same step taken again is the same decision; saying it once is enough.
      if (level <= before + 1 || seen.has(skip)) return [];
      seen.add(skip);
      const end = range.from + Math.min(range.to - range.from, level + 1 + heading.length);
      return [
        {
          range: { from: range.from, to: end },
          severity: 'info',
          message: `A heading of level ${level} follows one of level ${before}; level ${before + 1} is skipped.`,
          fix: { label: `Use level ${before + 1} here.` },
        },
      ];
    });
  },
};
