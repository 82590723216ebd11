import { createTwoFilesPatch } from 'diff';
import type { Comparison } from './comparison.ts';

/** Lines of unchanged text around each hunk, as `diff -u` and git have it. */
const CONTEXT_LINES = 3;

/**
 * The comparison as a unified patch of lines, which `patch` and `git apply` can put on the old text. Empty where the texts are
 * equal. The same texts and labels give the same bytes.
 */
export function makeUnifiedPatch({ a, b }: Comparison): string {
  if (a.text === b.text) return '';
  return createTwoFilesPatch(a.label, b.label, a.text, b.text, '', '', { context: CONTEXT_LINES });
}
