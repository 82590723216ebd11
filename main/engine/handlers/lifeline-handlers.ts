import { fail, ok } from '../../../shared/model/result.ts';
import type { Handlers } from '../engine-context.ts';
import { cancelled, pump } from '../jobs.ts';
import { passageAges } from '../lifelines/passage-ages.ts';
import { type SpanCache, traceLifeline } from '../lifelines/trace-lifeline.ts';
import { missing } from '../missing.ts';
import type { Connection } from '../store/connection.ts';
import { catchUpIndex } from '../store/search-index.ts';
import { findVersion, loadVersionText } from '../store/versions.ts';

/** What lifelines of one library have compared already; gone with the library. */
const caches = new WeakMap<Connection, SpanCache>();

/** Requests about how a passage came to read as it does. */
export const lifelineHandlers = {
  'lifeline.trace': ({ connection, jobs }, { job: id, versionId, from, to }) =>
    jobs.run(id, async (job) => {
      const version = findVersion(connection, versionId);
      if (!version) return missing('version', versionId);
      const text = loadVersionText(connection, version);
      if (!text.ok) return text;
      if (from >= to || to > text.value.length)
        return fail('bad-request', 'lifeline.trace: the range is not in the text.');
      const cache = caches.get(connection) ?? new Map();
      caches.set(connection, cache);
      return (await pump(job, traceLifeline(connection, version, { from, to }, cache))) ?? cancelled();
    }),

  'lifeline.ages': ({ connection, jobs }, { versionId }) =>
    jobs.runUnnamed(async (job) => {
      const version = findVersion(connection, versionId);
      if (!version) return missing('version', versionId);
      await pump(job, catchUpIndex(connection));
      if (job.cancelled) return cancelled();
      const ages = passageAges(connection, version);
      return ages.ok ? ok(ages.value) : ages;
    }),
} satisfies Partial<Handlers>;
