import type { LibraryListing } from '../../shared/ipc/library-requests.ts';
import type { CompanyWithPolicies, PolicySummary } from '../../shared/model/policy.ts';
import type { Failure, Result } from '../../shared/model/result.ts';
import type { Client } from '../app/client.ts';
import { createStore, type Store } from '../app/store.ts';

export type LibraryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly listing: LibraryListing };

export interface Library {
  readonly store: Store<LibraryState>;
  /** Reads the listing again; the old one stays in sight meanwhile. */
  reload(): Promise<void>;
  createPolicy(company: string, name: string, text: string): Promise<Result<{ policyId: number }>>;
}

/** Makes the list of companies and policies on the left. */
export function createLibrary(client: Client): Library {
  const store = createStore<LibraryState>({ kind: 'loading' });
  async function reload(): Promise<void> {
    const answer = await client.request('library.list', {});
    store.set(
      answer.ok ? { kind: 'ready', listing: answer.value } : { kind: 'failed', failure: answer.error },
    );
  }
  async function createPolicy(
    company: string,
    name: string,
    text: string,
  ): Promise<Result<{ policyId: number }>> {
    const result = await client.request('policy.create', { company, name, text });
    if (result.ok) await reload();
    return result;
  }
  return { store, reload, createPolicy };
}

/** Companies of a ready listing, in the order of the listing; none otherwise. */
export function companiesOf(state: LibraryState): readonly CompanyWithPolicies[] {
  return state.kind === 'ready' ? state.listing.companies : NO_COMPANIES;
}

/** A policy with its company, by id. */
export function findPolicy(
  companies: readonly CompanyWithPolicies[],
  policyId: number,
): { readonly company: CompanyWithPolicies; readonly policy: PolicySummary } | null {
  for (const company of companies) {
    const policy = company.policies.find((candidate) => candidate.id === policyId);
    if (policy) return { company, policy };
  }
  return null;
}

/** One object for "none", so that a selector gives the same value each time. */
const NO_COMPANIES: readonly CompanyWithPolicies[] = [];
