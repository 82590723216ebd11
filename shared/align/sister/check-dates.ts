import { findDates } from '../../structure/calendar.ts';
import type { DateKind, StatedDate } from '../../structure/inspection.ts';
import { placeIn, type Sister, titlePattern } from './read-sister.ts';
import type { SisterFinding } from './sister-finding.ts';

/** Characters between the name of another document and the date given to it. */
const REFERENCE_WITHIN = 80;
const OWN_DATES: readonly DateKind[] = ['effective', 'last-updated'];

/** Dates that a document gives to another and that other does not bear; and documents that fell out of step with the rest. */
export function checkDates(sisters: readonly Sister[]): SisterFinding[] {
  return [
    ...sisters.flatMap((citing) =>
      sisters.filter((cited) => cited !== citing).flatMap((cited) => wrongReferences(citing, cited)),
    ),
    ...OWN_DATES.flatMap((kind) => outOfStep(sisters, kind)),
  ];
}

function wrongReferences(citing: Sister, cited: Sister): SisterFinding[] {
  const pattern = titlePattern(cited.role);
  const own = cited.inspection.dates.filter(({ kind }) => OWN_DATES.includes(kind));
  const [first] = own;
  if (!pattern || !first) return [];
  return [...citing.text.matchAll(pattern)].flatMap((match) => {
    const from = match.index + match[0].length;
    const after = citing.text.slice(from, from + REFERENCE_WITHIN).split(/\n|[.;](?=\s|$)/)[0] ?? '';
    const [date] = findDates(after);
    if (
      !date ||
      !/\b(?:of|dated|effective|updated|version|revised|as of|from)\b/i.test(after.slice(0, date.from))
    )
      return [];
    if (own.some(({ iso }) => iso === date.iso)) return [];
    const range = { from: match.index, to: from + date.to };
    return [
      {
        kind: 'date' as const,
        severity: 'warning' as const,
        message: `${citing.label} speaks of ${cited.label} of ${date.iso}; that bears the date ${first.iso}.`,
        places: [placeIn(citing, range), placeIn(cited, first.range)],
      },
    ];
  });
}

/** One document whose date is another than that most of the others share. Where no date is shared, each has its own by intent. */
function outOfStep(sisters: readonly Sister[], kind: DateKind): SisterFinding[] {
  const dated = sisters.flatMap((sister) => {
    const date = sister.inspection.dates.find((candidate) => candidate.kind === kind);
    return date ? [{ sister, date }] : [];
  });
  const common = mostCommon(dated.map(({ date }) => date));
  const model = dated.find(({ date }) => date.iso === common);
  if (!model) return [];
  return dated
    .filter(({ date }) => date.iso !== common)
    .map(({ sister, date }) => ({
      kind: 'date',
      severity: 'info',
      message: `${sister.label} is of ${date.iso} while most of its sisters are of ${common}.`,
      places: [placeIn(sister, date.range), placeIn(model.sister, model.date.range)],
    }));
}

/** The date that more than half of them bear, else null. */
function mostCommon(dates: readonly StatedDate[]): string | null {
  const counts = new Map<string, number>();
  for (const { iso } of dates) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  for (const [iso, count] of counts) if (count >= 2 && 2 * count > dates.length) return iso;
  return null;
}
