import { alignPrepared, coverageOf, type PreparedText, prepareText } from '../../../shared/align/align.ts';
import type { LinkOverride } from '../../../shared/align/alignment.ts';
import { categoryRows, topicRows } from '../../../shared/align/coverage.ts';
import { factsOf } from '../../../shared/align/facts.ts';
import { checkSisterDocuments } from '../../../shared/align/sister-documents.ts';
import type { FacingPolicies, LoadedText, TextReference } from '../../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { EngineContext, Handlers } from '../engine-context.ts';
import { writeAlignment } from '../export/write-alignment.ts';
import { cancelled, type Job, pump } from '../jobs.ts';
import { loadText, policyIdOf } from '../load-text.ts';
import { missing } from '../missing.ts';
import { nameTexts } from '../name-texts.ts';
import { listLinkOverrides, policyKey, saveLinkVerdict } from '../store/passage-links.ts';
import { findPolicy } from '../store/policies.ts';
import { requireSoundChain } from './comparison-handlers.ts';

/** Requests that set several policies side by side. */
export const alignmentHandlers = {
  'align.table': (context, { job: id, texts: refs }) =>
    context.jobs.run(id, async (job) => {
      const texts = await loadSound(context, job, refs);
      if (!texts.ok) return texts;
      const prepared = await prepareAll(context, job, texts.value);
      if (!prepared) return cancelled();
      return ok({
        texts: texts.value,
        documents: prepared.map(({ document }) => document),
        topics: categoryRows,
        fineTopics: topicRows,
        ...coverageOf(prepared),
      });
    }),
  'align.facts': (context, { job: id, texts: refs }) =>
    context.jobs.run(id, async (job) => {
      const texts = await loadSound(context, job, refs);
      if (!texts.ok) return texts;
      const prepared = await prepareAll(context, job, texts.value);
      return prepared ? ok({ texts: texts.value, facts: factsOf(prepared) }) : cancelled();
    }),
  'align.sisters': (context, { job: id, texts: refs }) =>
    context.jobs.run(id, async (job) => {
      const texts = await loadSound(context, job, refs);
      return texts.ok ? ok({ texts: texts.value, report: checkSisterDocuments(texts.value) }) : texts;
    }),
  'align.pair': (context, { job: id, a, b }) =>
    context.jobs.run(id, async (job): Promise<Result<FacingPolicies>> => {
      const texts = await loadSound(context, job, [a, b]);
      if (!texts.ok) return texts;
      const [textA, textB] = texts.value;
      if (!textA || !textB) throw new Error('Two references gave fewer than two texts');
      const ids = [policyIdOf(context.connection, a), policyIdOf(context.connection, b)] as const;
      const prepared = await prepareAll(context, job, texts.value, ids);
      if (!prepared) return cancelled();
      const alignment = alignPrepared(prepared, overridesOf(context, ids));
      return ok({ texts: [textA, textB], policyIds: ids, alignment });
    }),
  'align.report': (context, { job: id, texts: refs, form }) =>
    context.jobs.run(id, async (job): Promise<Result<string | Uint8Array>> => {
      const texts = await loadSound(context, job, refs);
      if (!texts.ok) return texts;
      const ids = refs.map((ref) => policyIdOf(context.connection, ref));
      const prepared = await prepareAll(context, job, texts.value, ids);
      if (!prepared) return cancelled();
      const alignment = alignPrepared(prepared, overridesOf(context, ids));
      return ok(await writeAlignment(texts.value, alignment, factsOf(prepared), form));
    }),
  'align.judge': ({ connection }, { verdict, from, to }) => {
    if (from.policyId === to.policyId)
      return fail('bad-request', 'Links are kept between passages of two different policies.');
    for (const { policyId } of [from, to])
      if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    saveLinkVerdict(connection, verdict, from, to);
    return ok(null);
  },
} satisfies Partial<Handlers>;

async function loadSound(
  context: EngineContext,
  job: Job,
  refs: readonly TextReference[],
): Promise<Result<LoadedText[]>> {
  const texts: LoadedText[] = [];
  for (const ref of refs) {
    const sound = await requireSoundChain(context, job, ref);
    if (!sound.ok) return sound;
    const text = loadText(context.connection, ref);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return ok(nameTexts(context.connection, refs, texts));
}

/** What was said about passages of any two of the policies; two versions of one policy have no such links. */
function overridesOf(
  { connection }: EngineContext,
  policyIds: readonly (number | null)[],
): readonly LinkOverride[] {
  const known = [...new Set(policyIds.filter((policyId) => policyId !== null))];
  return known.flatMap((a, index) =>
    known.slice(index + 1).flatMap((b) => listLinkOverrides(connection, a, b)),
  );
}

/** Reads the texts one after the other, with progress; null when the job was stopped. */
function prepareAll(
  context: EngineContext,
  job: Job,
  texts: readonly LoadedText[],
  policyIds: readonly (number | null)[] = [],
): Promise<PreparedText[] | null> {
  function* read(): Generator<number, PreparedText[]> {
    const prepared: PreparedText[] = [];
    for (const [index, text] of texts.entries()) {
      yield index;
      const policyId = policyIds[index] ?? null;
      prepared.push(prepareText(policyId === null ? text : { ...text, key: policyKey(policyId) }, index));
    }
    return prepared;
  }
  return pump(job, read(), (done) =>
    context.emit('job.progress', { job: job.id, done, total: texts.length, message: 'Reading the policies' }),
  );
}
