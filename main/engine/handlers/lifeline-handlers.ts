import { fail, ok } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import type { Handlers } from '../engine-context.ts';
import { cancelled, pump } from '../jobs.ts';
import { passageAges } from '../lifelines/passage-ages.ts';
import { startInDraft } from '../lifelines/start-in-draft.ts';
import { traceOrigins } from '../lifelines/token-origins.ts';
import { type SpanCache, traceLifeline } from '../lifelines/trace-lifeline.ts';
import { missing } from '../missing.ts';
import type { Connection } from '../store/connection.ts';
import { catchUpIndex } from '../store/search-index.ts';
import { findVersion, loadVersionText } from '../store/versions.ts';

/** What lifelines of one library have compared already; gone with the library. */
const caches = new WeakMap<Connection, SpanCache>();

/** Requests about how a passage came to read as it does. */
export const lifelineHandlers = {
  'lifeline.trace': ({ connection, jobs, emit }, { job: id, versionId, from, to, draft }) =>
    jobs.run(id, async (job) => {
      const version = findVersion(connection, versionId);
      if (!version) return missing('version', versionId);
      const text = loadVersionText(connection, version);
      if (!text.ok) return text;
      const start = draft === undefined ? null : startInDraft(text.value, normaliseText(draft), { from, to });
      if (from >= to || to > (start?.text ?? text.value).length)
        return fail('bad-request', 'lifeline.trace: the range is not in the text.');
      if (start && !start.place) return ok({ events: [], draft: start.draft });
      const cache = caches.get(connection) ?? new Map();
      caches.set(connection, cache);
      const steps = traceLifeline(connection, version, start?.place ?? { from, to }, cache);
      let total = 0;
      const traced = await pump(job, steps, (left) => {
        total = Math.max(total, left + 1);
        emit('job.progress', { job: id, done: total - left, total, message: 'Reading earlier versions' });
      });
      if (!traced) return cancelled();
      return traced.ok && start ? ok({ ...traced.value, draft: start.draft }) : traced;
    }),

  'lifeline.origins': ({ connection, jobs, emit }, { job: id, versionId }) =>
    jobs.run(id, async (job) => {
      const version = findVersion(connection, versionId);
      if (!version) return missing('version', versionId);
      const cache = caches.get(connection) ?? new Map();
      caches.set(connection, cache);
      let total = 0;
      const traced = await pump(job, traceOrigins(connection, version, cache), (left) => {
        total = Math.max(total, left + 1);
        emit('job.progress', { job: id, done: total - left, total, message: 'Reading earlier versions' });
      });
      return traced ?? cancelled();
    }),

  'lifeline.ages': ({ connection, jobs }, { versionId, draft }) =>
    jobs.runUnnamed(async (job) => {
      const version = findVersion(connection, versionId);
      if (!version) return missing('version', versionId);
      await pump(job, catchUpIndex(connection));
      if (job.cancelled) return cancelled();
      const ages = passageAges(connection, version, draft === undefined ? null : normaliseText(draft));
      return ages.ok ? ok(ages.value) : ages;
    }),
} satisfies Partial<Handlers>;
