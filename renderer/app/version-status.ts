import type { VersionSummary } from '../../shared/model/policy.ts';
import { formatDate } from '../components/format-date.ts';

/** "Version 5, effective 2 May 2019": what stands in the library, whatever the draft says. */
export function versionStatus(latest: VersionSummary | null): string {
  if (!latest) return 'No version saved yet';
  const effective = latest.effectiveDate
    ? `effective ${formatDate(latest.effectiveDate)}`
    : 'no effective date';
  return `Version ${latest.number}, ${effective}`;
}
