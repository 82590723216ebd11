import { z } from 'zod';

const words = z.string().trim().min(1).max(500);
const ruleName = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);

/** Readonly, so that what is read of a profile is one. */
const listOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).max(most).readonly().default([]);

/** A house profile as it is stored and as its file has it; what is left out is as if nothing were set. */
export const houseProfileSchema = z.strictObject({
  disabledRules: listOf(ruleName, 200),
  severities: z.record(ruleName, z.enum(['error', 'warning', 'info'])).default({}),
  preferredWordings: listOf(z.strictObject({ avoid: words, prefer: words }), 2000),
  requiredSections: listOf(words, 500),
  knownTerms: listOf(words, 2000),
});
