import { assertNever } from '../model/result.ts';
import type { Comparison } from './comparison.ts';
import { writeCriticMarkup } from './critic-markup.ts';
import { makeUnifiedPatch } from './unified-patch.ts';

/** The forms of a comparison that are plain text. */
export type ComparisonTextForm = 'patch' | 'critic' | 'json';

/** Writes a comparison as text for other programs. The same comparison gives the same bytes. */
export function writeComparisonText(comparison: Comparison, form: ComparisonTextForm): string {
  switch (form) {
    case 'patch':
      return makeUnifiedPatch(comparison);
    case 'critic':
      return writeCriticMarkup(comparison);
    case 'json':
      return `${JSON.stringify(comparison, null, 1)}\n`;
    default:
      return assertNever(form);
  }
}
