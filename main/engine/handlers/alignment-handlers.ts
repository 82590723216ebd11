import {
  alignInSteps,
  joinColumns,
  type PreparedText,
  prepareText,
  readCoverage,
} from '../../../shared/align/align.ts';
import type { LinkOverride } from '../../../shared/align/alignment.ts';
import { categoryRows, topicRows } from '../../../shared/align/coverage.ts';
import { readFactColumn, tableOf } from '../../../shared/align/facts.ts';
import type { FactsTable } from '../../../shared/align/facts-table.ts';
import { languageDiagnostics } from '../../../shared/align/known-language.ts';
import { particularWords } from '../../../shared/align/particular-words.ts';
import { checkSistersInSteps } from '../../../shared/align/sister-documents.ts';
import type { FacingPolicies } from '../../../shared/ipc/companies-requests.ts';
import type { TextReference } from '../../../shared/ipc/schemas.ts';
import type { LoadedText } from '../../../shared/ipc/writing-requests.ts';
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
      const read = await readInTurn(context, job, 'Reading the policies', texts.value, (text, index) => {
        const prepared = prepareText(text, index);
        return { document: prepared.document, column: readCoverage(prepared, index) };
      });
      if (!read) return cancelled();
      const documents = read.map(({ document }) => document);
      return ok({
        texts: texts.value,
        documents,
        topics: categoryRows,
        fineTopics: topicRows,
        ...joinColumns(read.map(({ column }) => column)),
        diagnostics: languageDiagnostics(documents),
      });
    }),
  'align.facts': (context, { job: id, texts: refs }) =>
    context.jobs.run(id, async (job) => {
      const texts = await loadSound(context, job, refs);
      if (!texts.ok) return texts;
      const facts = await readFacts(context, job, texts.value);
      return facts ? ok({ texts: texts.value, facts }) : cancelled();
    }),
  'align.sisters': (context, { job: id, texts: refs }) =>
    context.jobs.run(id, async (job) => {
      const texts = await loadSound(context, job, refs);
      if (!texts.ok) return texts;
      const total = texts.value.length;
      const report = await pump(job, checkSistersInSteps(texts.value), (done) =>
        context.emit('job.progress', { job: job.id, done, total, message: 'Reading the documents' }),
      );
      return report ? ok({ texts: texts.value, report }) : cancelled();
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
      const alignment = await pump(job, alignInSteps(prepared, overridesOf(context, ids)));
      if (!alignment) return cancelled();
      const [preparedA, preparedB] = prepared;
      if (!preparedA || !preparedB) throw new Error('Two texts gave fewer than two readings');
      const particular = [
        particularWords(preparedA, preparedB),
        particularWords(preparedB, preparedA),
      ] as const;
      return ok({ texts: [textA, textB], policyIds: ids, alignment, particular });
    }),
  'align.report': (context, { job: id, texts: refs, form }) =>
    context.jobs.run(id, async (job): Promise<Result<string | Uint8Array>> => {
      const texts = await loadSound(context, job, refs);
      if (!texts.ok) return texts;
      const ids = refs.map((ref) => policyIdOf(context.connection, ref));
      const prepared = await prepareAll(context, job, texts.value, ids);
      if (!prepared) return cancelled();
      const alignment = await pump(job, alignInSteps(prepared, overridesOf(context, ids)));
      const facts = alignment && (await readFacts(context, job, texts.value));
      if (!facts) return cancelled();
      return ok(await writeAlignment(texts.value, alignment, facts, form));
    }),
  'align.judgements': (context, { texts: refs }) => {
    const ids = refs.map((ref) => policyIdOf(context.connection, ref));
    return ok({
      keys: ids.map((id) => (id === null ? null : policyKey(id))),
      overrides: [...overridesOf(context, ids)],
    });
  },
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

/** Reads what the texts state, with progress; null when the job was stopped. */
async function readFacts(
  context: EngineContext,
  job: Job,
  texts: readonly LoadedText[],
): Promise<FactsTable | null> {
  const columns = await readInTurn(context, job, 'Reading what they state', texts, (text) => {
    const known = context.factColumns.find(text.text);
    if (known) return known;
    const column = readFactColumn(prepareText(text, 0));
    context.factColumns.keep(text.text, column);
    return column;
  });
  return (
    columns &&
    tableOf(
      texts.map(({ label }) => label),
      columns,
    )
  );
}

/** Reads the texts for links between them; null when the job was stopped. */
function prepareAll(
  context: EngineContext,
  job: Job,
  texts: readonly LoadedText[],
  policyIds: readonly (number | null)[],
): Promise<PreparedText[] | null> {
  return readInTurn(context, job, 'Reading the policies', texts, (text, index) => {
    const policyId = policyIds[index] ?? null;
    return prepareText(policyId === null ? text : { ...text, key: policyKey(policyId) }, index);
  });
}

/** Reads one text after the other, with progress, keeping of each only what `read` gives; null when the job was stopped. */
function readInTurn<Value>(
  context: EngineContext,
  job: Job,
  message: string,
  texts: readonly LoadedText[],
  read: (text: LoadedText, index: number) => Value,
): Promise<Value[] | null> {
  function* inTurn(): Generator<number, Value[]> {
    const values: Value[] = [];
    for (const [index, text] of texts.entries()) {
      yield index;
      values.push(read(text, index));
    }
    return values;
  }
  return pump(job, inTurn(), (done) =>
    context.emit('job.progress', { job: job.id, done, total: texts.length, message }),
  );
}
