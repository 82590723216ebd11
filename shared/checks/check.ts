import type { MarkdownDocument } from '../markdown/document.ts';
import type { Inspection } from '../structure/inspection.ts';
import { makeReading } from '../structure/reading.ts';
import type { CheckReport } from './finding.ts';
import { type LibraryDates, NO_LIBRARY_DATES } from './library-dates.ts';
import { DEFAULT_PROFILE, type HouseProfile } from './profile.ts';
import { toFinding } from './rule.ts';
import { RULES } from './rules.ts';

/**
 * Applies the rules to a policy and gives the findings in the order of the text. Pure; `inspection` must be of this document,
 * `library` of its policy.
 */
export function check(
  document: MarkdownDocument,
  inspection: Inspection,
  profile: HouseProfile = DEFAULT_PROFILE,
  library: LibraryDates = NO_LIBRARY_DATES,
): CheckReport {
  const context = { document, inspection, profile, library, reading: makeReading(document) };
  const rules = RULES.filter((rule) => !profile.disabledRules.includes(rule.name));
  const findings = rules.flatMap((rule) =>
    rule.find(context).map((problem) => toFinding(context, rule, problem)),
  );
  findings.sort((x, y) => x.from - y.from || x.to - y.to || x.rule.localeCompare(y.rule));
  return { format: 'codicil.check/1', findings };
}
