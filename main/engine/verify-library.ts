import type { VerifyReport } from '../../shared/ipc/library-requests.ts';
import { type Job, pump } from './jobs.ts';
import type { Connection } from './store/connection.ts';
import { listCompanies } from './store/policies.ts';
import { type Problem, verifyChain, verifyStructure } from './store/verify.ts';

/** Checks the file's structure and every policy's chain of versions; null when the job was stopped. */
export async function verifyLibrary(
  connection: Connection,
  job: Job,
  progress: (done: number, total: number, message: string) => void,
): Promise<VerifyReport | null> {
  const problems: Problem[] = [...verifyStructure(connection)];
  const companies = listCompanies(connection);
  const policies = companies.flatMap((company) => company.policies.map((policy) => ({ company, policy })));
  const total = policies.reduce((sum, { policy }) => sum + policy.versions, 0);
  let done = 0;
  for (const { company, policy } of policies) {
    const label = `${company.slug}/${policy.slug}`;
    const found = await pump(job, verifyChain(connection, policy.id, label), () => {
      done += 1;
      if (done % 50 === 0) progress(done, total, label);
    });
    if (!found) return null;
    problems.push(...found);
  }
  return { policies: policies.length, versions: total, problems };
}
