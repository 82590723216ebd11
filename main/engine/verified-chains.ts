import type { Job } from './jobs.ts';
import { pump } from './jobs.ts';
import type { Connection } from './store/connection.ts';
import { findPolicy } from './store/policies.ts';
import { type Problem, verifyChain } from './store/verify.ts';
import { lastVersion } from './store/versions.ts';

/** Verifies each policy's chain once a session, and again when it has grown. */
export interface VerifiedChains {
  /** What is wrong with the chain; empty when it is as it was saved. Null when the job was stopped. */
  check(policyId: number, job: Job): Promise<readonly Problem[] | null>;
}

/** Keeps, for one open library, which chains have been found sound and up to which entry. */
export function openVerifiedChains(connection: Connection): VerifiedChains {
  const soundUpTo = new Map<number, string>();
  return {
    async check(policyId, job) {
      const head = lastVersion(connection, policyId)?.entryHash;
      if (!head || soundUpTo.get(policyId) === head) return [];
      const found = findPolicy(connection, policyId);
      const label = found ? `${found.company.slug}/${found.policy.slug}` : `policy ${policyId}`;
      const problems = await pump(job, verifyChain(connection, policyId, label));
      if (problems?.length === 0) soundUpTo.set(policyId, head);
      return problems;
    },
  };
}
