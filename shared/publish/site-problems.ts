import type { Diagnostic } from '../model/diagnostic.ts';
import { longDate } from './format-date.ts';
import type { FindPage } from './link-rules.ts';
import type { InspectedVersion, SiteVersion } from './site.ts';
import { strayLinks } from './stray-links.ts';

/**
 * What must be right before a policy's history is published: a version's text says the effective date that the library has for
 * it, effective dates do not run backwards, and the current version's links lead to pages. An error stops publishing; a warning is for the
 * author to judge.
 */
export function siteProblems(versions: readonly InspectedVersion[], findPage: FindPage): Diagnostic[] {
  const newest = versions.at(-1);
  return [
    ...versions.flatMap((version, index) => [
      ...statedOtherwise(version),
      ...runsBackwards(version, versions[index - 1]),
    ]),
    ...(newest ? strayLinks(newest.text, findPage) : []),
  ];
}

function statedOtherwise({ summary, inspection }: InspectedVersion): Diagnostic[] {
  const { effectiveDate, number } = summary;
  const stated = inspection.dates.filter(({ kind }) => kind === 'effective');
  const [first] = stated;
  if (!first || effectiveDate === null || stated.some(({ iso }) => iso === effectiveDate)) return [];
  return [
    {
      severity: 'error',
      message: `Version ${number} says that it is effective ${longDate(first.iso)}, but was saved with the effective date ${longDate(effectiveDate)}.`,
      line: first.line,
      range: first.range,
    },
  ];
}

function runsBackwards({ summary }: SiteVersion, before: SiteVersion | undefined): Diagnostic[] {
  const earlier = before?.summary.effectiveDate ?? null;
  if (earlier === null || summary.effectiveDate === null || earlier <= summary.effectiveDate) return [];
  return [
    {
      severity: 'warning',
      message: `Version ${summary.number} takes effect on ${longDate(summary.effectiveDate)}, before version ${before?.summary.number} (${longDate(earlier)}).`,
    },
  ];
}
