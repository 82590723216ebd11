import { existsSync } from 'node:fs';
import type { ExchangedPolicy, ExchangeReport } from '../../../shared/ipc/import-requests.ts';
import { type Failure, fail, ok, type Result } from '../../../shared/model/result.ts';
import type { EngineContext, Handlers } from '../engine-context.ts';
import { listShared } from '../exchange/list-shared.ts';
import { type OtherNames, pullBranch } from '../exchange/pull-policy.ts';
import { pushPolicy } from '../exchange/push-policy.ts';
import { isFree, remoteFolder } from '../exchange/remote-folder.ts';
import { createRepository } from '../exchange/repository-files.ts';
import { cancelled, type Job } from '../jobs.ts';
import { findPolicy } from '../store/policies.ts';

/** Requests that share policies through a team's git repository. */
export const exchangeHandlers = {
  'exchange.list': ({ connection, jobs }, { job: id, folder }) =>
    jobs.run(id, async (job) => {
      const remote = remoteFolder(folder);
      if (!remote.ok) return remote;
      if (!existsSync(remote.value))
        return fail('not-found', `${remote.value} is not there. Is its disk or share connected?`);
      return isFree(remote.value) ? ok([]) : listShared(connection, job, remote.value);
    }),

  'exchange.push': (context, { job: id, folder, policyIds, branch, create }) =>
    context.jobs.run(id, async (job) => {
      const remote = remoteFolder(folder);
      if (!remote.ok) return remote;
      if (branch !== undefined && policyIds.length > 1)
        return fail('bad-request', 'One branch holds one policy: name one policy with a branch.');
      const labels = policyIds.map((policyId) => labelOf(context, policyId));
      if (isFree(remote.value)) {
        if (!create)
          return fail('not-found', `${remote.value} holds no repository yet; --init makes one there.`);
        createRepository(remote.value, branch ?? labels[0] ?? 'main');
      }
      return each(context, job, remote.value, labels, (at, progress) =>
        pushOne(context, job, policyIds[at] ?? 0, { folder: remote.value, branch }, progress),
      );
    }),

  'exchange.pull': (context, { job: id, folder, branches, as }) =>
    context.jobs.run(id, async (job) => {
      const remote = remoteFolder(folder);
      if (!remote.ok) return remote;
      const wanted = branches?.length ? ok(branches) : await allBranches(context, job, remote.value);
      if (!wanted.ok) return wanted;
      if (as && wanted.value.length > 1)
        return fail('bad-request', 'Another name is for one policy: say which.');
      const report = await each(context, job, remote.value, wanted.value, (at, progress) =>
        pullOne(context, job, { folder: remote.value, branch: wanted.value[at] ?? '' }, as, progress),
      );
      context.guard.versionsAdded();
      context.emit('library.changed', { policyId: null });
      return report;
    }),
} satisfies Partial<Handlers>;

type Progress = (done: number, total: number) => void;

/** One policy after the other; what one of them refuses does not keep the others. */
async function each(
  context: EngineContext,
  job: Job,
  folder: string,
  labels: readonly string[],
  work: (at: number, progress: Progress) => Promise<Result<ExchangedPolicy>>,
): Promise<Result<ExchangeReport>> {
  const policies: ExchangedPolicy[] = [];
  for (const [at, label] of labels.entries()) {
    const progress: Progress = (done, total) =>
      context.emit('job.progress', {
        job: job.id,
        done: labels.length > 1 ? at : done,
        total: labels.length > 1 ? labels.length : total,
        message: label,
      });
    progress(0, 0);
    const result = await work(at, progress);
    if (job.cancelled) return cancelled();
    policies.push(result.ok ? result.value : refused(label, result.error));
  }
  return ok({ folder, policies });
}

async function pushOne(
  context: EngineContext,
  job: Job,
  policyId: number,
  target: { readonly folder: string; readonly branch: string | undefined },
  progress: Progress,
): Promise<Result<ExchangedPolicy>> {
  const { connection, chains } = context;
  const pushed = await pushPolicy(connection, chains, job, policyId, target, progress);
  if (!pushed.ok) return pushed;
  return ok({
    ...pushed.value,
    policy: labelOf(context, policyId),
    policyId,
    outcome: pushed.value.added > 0 ? 'pushed' : 'up-to-date',
    problem: '',
  });
}

async function pullOne(
  { connection }: EngineContext,
  job: Job,
  source: { readonly folder: string; readonly branch: string },
  as: OtherNames | undefined,
  progress: Progress,
): Promise<Result<ExchangedPolicy>> {
  const pulled = await pullBranch(connection, job, source, as, progress);
  if (!pulled.ok) return pulled;
  return ok({
    ...pulled.value,
    branch: source.branch,
    outcome: pulled.value.added > 0 ? 'pulled' : 'up-to-date',
    problem: '',
  });
}

async function allBranches(
  { connection }: EngineContext,
  job: Job,
  folder: string,
): Promise<Result<readonly string[]>> {
  const listed = await listShared(connection, job, folder);
  if (!listed.ok) return listed;
  if (listed.value.length === 0)
    return fail('not-found', `${folder} has no branch that holds a policy pushed by Codicil.`);
  return ok(listed.value.map(({ branch }) => branch));
}

function labelOf({ connection }: EngineContext, policyId: number): string {
  const found = findPolicy(connection, policyId);
  return found ? `${found.company.slug}/${found.policy.slug}` : `policy ${policyId}`;
}

function refused(label: string, { message }: Failure): ExchangedPolicy {
  return {
    policy: label,
    policyId: null,
    branch: label,
    outcome: 'refused',
    added: 0,
    versions: 0,
    problem: message,
  };
}
