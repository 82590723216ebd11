import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { CompanyWithPolicies } from '../../shared/model/policy.ts';

/** A policy at the table: its latest version. */
export interface Seat {
  readonly policyId: number;
  readonly ref: TextReference;
  readonly company: string;
  readonly policy: string;
  /** Length of its latest version. */
  readonly words: number;
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
              words: policy.latest.words,
            },
          ]
        : [],
    ),
  );
}

/** More columns than this are hard to take in at once; others can be added by hand. */
const MOST_AT_FIRST = 8;

/**
 * Who sits at the table at first: the open policy, or else the longest, and of each other company the policy most like it by
 * name, the longest of several.
 */
export function firstSeats(seats: readonly Seat[], openPolicyId: number | null): readonly Seat[] {
  const open = seats.find((seat) => seat.policyId === openPolicyId) ?? longest(seats);
  if (!open) return [];
  const companies = [...new Set([open.company, ...seats.map(({ company }) => company)])];
  return companies.slice(0, MOST_AT_FIRST).flatMap((company) => {
    if (company === open.company) return [open];
    const own = seats.filter((seat) => seat.company === company);
    const most = Math.max(...own.map((seat) => likeness(seat, open)));
    return longest(own.filter((seat) => likeness(seat, open) === most)) ?? [];
  });
}

function longest(seats: readonly Seat[]): Seat | undefined {
  return seats.reduce<Seat | undefined>(
    (best, seat) => (best === undefined || seat.words > best.words ? seat : best),
    undefined,
  );
}

/** How many words two names share; a privacy notice is the counterpart of a privacy policy. */
function likeness(x: Seat, y: Seat): number {
  const words = new Set(y.policy.toLowerCase().split(/\s+/));
  return x.policy
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => words.has(word)).length;
}
