import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { openRepositoryReading, type RepositoryReading } from '../import/read-repository.ts';
import type { Job } from '../jobs.ts';
import { isBranchName, type SharedChain } from './read-shared-chain.ts';

/** A branch whose chain has been read, in a worker, and whose texts can be asked for. */
export interface OpenChain {
  readonly chain: SharedChain;
  readonly reading: RepositoryReading;
}

/** Reads the chain of a branch; the caller closes `reading`. A branch that does not exist is an empty chain. */
export async function openChain(job: Job, folder: string, branch: string): Promise<Result<OpenChain>> {
  if (!isBranchName(branch)) return fail('bad-request', `"${branch}" cannot be the name of a branch.`);
  const reading = openRepositoryReading({ kind: 'chain', folder, branch });
  job.onCancel(() => reading.close());
  const first = await reading.next();
  if (!first.ended) return ok({ chain: first.message as SharedChain, reading });
  reading.close();
  if (first.result.ok) throw new Error('The reader of a chain ended without a chain');
  const { code, message } = first.result.error;
  return fail(code, message.startsWith(folder) ? message : `${folder}, ${branch}: ${message}`);
}
