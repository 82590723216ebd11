import type { AlignedText } from './alignment.ts';
import { checkContacts } from './sister/check-contacts.ts';
import { checkDates } from './sister/check-dates.ts';
import { checkDefinitions } from './sister/check-definitions.ts';
import { checkEntities } from './sister/check-entities.ts';
import { checkPeriods } from './sister/check-periods.ts';
import { checkVendors } from './sister/check-vendors.ts';
import { readSister, type SisterRole } from './sister/read-sister.ts';
import type { SisterFinding } from './sister/sister-finding.ts';

export interface SisterReport {
  readonly documents: readonly { readonly label: string; readonly role: SisterRole }[];
  /** Warnings first, then by kind, document and line. */
  readonly findings: readonly SisterFinding[];
}

/**
 * Checks the documents of one company against each other (privacy policy, cookie policy, processing agreement, vendor list,
 * terms): vendors, periods, contacts, companies, dates and definitions that disagree. Pure; the same set gives the same report.
 */
export function checkSisterDocuments(documents: readonly AlignedText[]): SisterReport {
  const sisters = documents.map(readSister);
  const findings = [
    ...checkVendors(sisters),
    ...checkPeriods(sisters),
    ...checkContacts(sisters),
    ...checkEntities(sisters),
    ...checkDates(sisters),
    ...checkDefinitions(sisters),
  ];
  return {
    documents: sisters.map(({ label, role }) => ({ label, role })),
    findings: findings.sort(
      (x, y) => Number(x.severity === 'info') - Number(y.severity === 'info'), // the sort is stable: the order of the checks stays
    ),
  };
}
