import { parseDocument } from '../../shared/markdown/parse-document.ts';
import type { IsoDate } from '../../shared/model/policy.ts';
import { inspect } from '../../shared/structure/inspect.ts';
import type { Inspection } from '../../shared/structure/inspection.ts';

/** The date on which a text says that it takes effect, or was last updated; null when it says neither. */
export function effectiveDateOf(text: string): IsoDate | null {
  return statedEffectiveDate(inspect(parseDocument(text)));
}

/** As `effectiveDateOf`, for a text that has been inspected already. */
export function statedEffectiveDate(inspection: Inspection): IsoDate | null {
  const dates = inspection.dates;
  const stated =
    dates.find((date) => date.kind === 'effective') ?? dates.find((date) => date.kind === 'last-updated');
  return stated?.iso ?? null;
}
