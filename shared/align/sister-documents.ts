import type { AlignedText } from './alignment.ts';
import { runToEnd } from './run-to-end.ts';
import { checkContacts } from './sister/check-contacts.ts';
import { checkDates } from './sister/check-dates.ts';
import { checkDefinitions } from './sister/check-definitions.ts';
import { checkEntities } from './sister/check-entities.ts';
import { checkPeriods } from './sister/check-periods.ts';
import { checkVendors } from './sister/check-vendors.ts';
import { readSister, type Sister, type SisterRole } from './sister/read-sister.ts';
import type { SisterFinding } from './sister/sister-finding.ts';

export interface SisterReport {
  readonly documents: readonly { readonly label: string; readonly role: SisterRole }[];
  /** Warnings first, then by kind, document and line. */
  readonly findings: readonly SisterFinding[];
}

const CHECKS: readonly ((sisters: readonly Sister[]) => SisterFinding[])[] = [
  checkVendors,
  checkPeriods,
  checkContacts,
  checkEntities,
  checkDates,
  checkDefinitions,
];

/**
 * Checks the documents of one company against each other (privacy policy, cookie policy, processing agreement, vendor list,
 * terms): vendors, periods, contacts, companies, dates and definitions that disagree. Pure; the same set gives the same report.
 */
export function checkSisterDocuments(documents: readonly AlignedText[]): SisterReport {
  return runToEnd(checkSistersInSteps(documents));
}

/** The same in steps of a document or a check each, giving how many are done, so that a process can do something else between them. */
export function* checkSistersInSteps(documents: readonly AlignedText[]): Generator<number, SisterReport> {
  const sisters: Sister[] = [];
  for (const [index, document] of documents.entries()) {
    yield index;
    sisters.push(readSister(document, index));
  }
  const findings: SisterFinding[] = [];
  for (const check of CHECKS) {
    yield documents.length;
    findings.push(...check(sisters));
  }
  return {
    documents: sisters.map(({ label, role }) => ({ label, role })),
    findings: findings.sort(
      (x, y) => Number(x.severity === 'info') - Number(y.severity === 'info'), // the sort is stable: the order of the checks stays
    ),
  };
}
