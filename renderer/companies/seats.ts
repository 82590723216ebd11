import type { TextReference } from '../../shared/ipc/contract.ts';
import type { CompanyWithPolicies } from '../../shared/model/policy.ts';

/** A policy at the table: its latest version. */
export interface Seat {
  readonly policyId: number;
  readonly ref: TextReference;
  readonly company: string;
  readonly policy: string;
}

/** Every policy that has a version, in order of the library. */
export function listSeats(companies: readonly CompanyWithPolicies[]): readonly Seat[] {
  return companies.flatMap((company) =>
    company.policies.flatMap((policy) =>
      policy.latest
        ? [
            {
              policyId: policy.id,
              ref: { kind: 'version' as const, versionId: policy.latest.id },
              company: company.name,
              policy: policy.name,
            },
          ]
        : [],
    ),
  );
}

/** More columns than this are hard to take in at once; others can be added by hand. */
const MOST_AT_FIRST = 8;

/** Who sits at the table at first: of each company the policy most like the open one by name, the open one first. */
export function firstSeats(seats: readonly Seat[], openPolicyId: number | null): readonly Seat[] {
  const open = seats.find((seat) => seat.policyId === openPolicyId) ?? seats[0];
  if (!open) return [];
  const byCompany = new Map<string, Seat>([[open.company, open]]);
  for (const seat of seats) {
    const known = byCompany.get(seat.company);
    if (!known || (known !== open && likeness(seat, open) > likeness(known, open)))
      byCompany.set(seat.company, seat);
  }
  return [...byCompany.values()].slice(0, MOST_AT_FIRST);
}

/** How many words two names share; a privacy notice is the counterpart of a privacy policy. */
function likeness(x: Seat, y: Seat): number {
  const words = new Set(y.policy.toLowerCase().split(/\s+/));
  return x.policy
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => words.has(word)).length;
}
