import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareInSteps } from '../../../shared/compare/compare.ts';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { packView } from '../../../shared/compare/packed-view.ts';
import type { TextReference } from '../../../shared/ipc/schemas.ts';
import type { LoadedText } from '../../../shared/ipc/writing-requests.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { EngineContext, Handlers } from '../engine-context.ts';
import { cancelled, type Job, pump } from '../jobs.ts';
import { loadText, policyIdOf } from '../load-text.ts';
import { titled } from '../name-texts.ts';

/** Requests that compare two texts. */
export const comparisonHandlers = {
  'compare.run': (context, { job: id, a, b }) =>
    context.jobs.run(id, async (job) => {
      const compared = await compareReferences(context, job, a, b);
      if (!compared.ok) return compared;
      return ok({ comparison: compared.value, redline: buildRedline(compared.value) });
    }),
  'compare.view': (context, { job: id, a, b }) =>
    context.jobs.run(id, async (job) => {
      const compared = await compareReferences(context, job, a, b, 'title');
      if (!compared.ok) return compared;
      return ok(packView({ comparison: compared.value, redline: buildRedline(compared.value) }));
    }),
} satisfies Partial<Handlers>;

/** Between two reports of progress; each makes the window draw, while it waits for the result. */
const REPORT_MS = 100;

/**
 * Verifies the chains involved, loads both texts and compares them, with progress under the job's id. The texts are labelled as
 * other programs name them (`company/policy@3`), or for people.
 */
export async function compareReferences(
  context: EngineContext,
  job: Job,
  a: TextReference,
  b: TextReference,
  naming: 'reference' | 'title' = 'reference',
): Promise<Result<Comparison>> {
  for (const ref of [a, b]) {
    const sound = await requireSoundChain(context, job, ref);
    if (!sound.ok) return sound;
  }
  const textA = loadText(context.connection, a);
  if (!textA.ok) return textA;
  const textB = loadText(context.connection, b);
  if (!textB.ok) return textB;
  const name = (ref: TextReference, text: LoadedText): LoadedText =>
    naming === 'title' ? titled(context.connection, ref, text) : text;
  let nextReport = performance.now() + REPORT_MS;
  const comparison = await pump(
    job,
    compareInSteps(name(a, textA.value), name(b, textB.value)),
    (fraction) => {
      if (performance.now() < nextReport) return;
      nextReport = performance.now() + REPORT_MS;
      context.emit('job.progress', {
        job: job.id,
        done: Math.round(fraction * 100),
        total: 100,
        message: 'Comparing',
      });
    },
  );
  return comparison ? ok(comparison) : cancelled();
}

/** Fails when the chain that a version stands in is not as it was saved: nothing may be shown as evidence from it. */
export async function requireSoundChain(
  context: EngineContext,
  job: Job,
  ref: TextReference,
): Promise<Result<null>> {
  const policyId = policyIdOf(context.connection, ref);
  if (policyId === null) return ok(null);
  const problems = await context.chains.check(policyId, job);
  if (!problems) return cancelled();
  const [first] = problems;
  return first ? fail('library-damaged', `${first.place}: ${first.message}`) : ok(null);
}
