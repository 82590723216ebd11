import type { SharedPolicy } from '../../../shared/ipc/import-requests.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { openRepositoryReading } from '../import/read-repository.ts';
import { cancelled, type Job } from '../jobs.ts';
import type { Connection } from '../store/connection.ts';
import { findPolicyBySlug } from '../store/names.ts';
import { listEntries } from '../store/versions.ts';
import type { SharedBranch } from './read-shared-chain.ts';
import { relateChains } from './relate-chains.ts';

/** The policies that a repository carries, each with how its chain stands to the one of that name in the library. */
export async function listShared(
  connection: Connection,
  job: Job,
  folder: string,
): Promise<Result<readonly SharedPolicy[]>> {
  const reading = openRepositoryReading({ kind: 'branches', folder });
  job.onCancel(() => reading.close());
  try {
    const end = await reading.next();
    if (job.cancelled) return cancelled();
    if (!end.ended) throw new Error('The list of branches is one answer');
    if (!end.result.ok) return end.result;
    return ok((end.result.value as readonly SharedBranch[]).map((branch) => describe(connection, branch)));
  } finally {
    reading.close();
  }
}

function describe(
  connection: Connection,
  { branch, company, policy, entryHashes, problem }: SharedBranch,
): SharedPolicy {
  const [companySlug = '', policySlug = ''] = branch.split('/');
  const ours = findPolicyBySlug(connection, companySlug, policySlug);
  const versions = ours ? listEntries(connection, ours.id).reverse() : [];
  const { common, here, there, state } = relateChains(
    versions.map(({ entryHash }) => entryHash),
    entryHashes,
  );
  return {
    branch,
    company,
    policy,
    policyId: ours?.id ?? null,
    there,
    here,
    common,
    state: problem ? 'unreadable' : ours ? state : 'only-there',
    problem: problem ?? '',
  };
}
