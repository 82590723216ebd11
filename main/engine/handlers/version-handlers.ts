import { basename } from 'node:path';
import { compareTexts } from '../../../shared/compare/compare.ts';
import { proposeNote } from '../../../shared/compare/propose-note.ts';
import { withoutNotes } from '../../../shared/markdown/notes.ts';
import { isCorrection } from '../../../shared/model/corrections.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import { effectiveDateOf } from '../effective-date.ts';
import type { Handlers } from '../engine-context.ts';
import { openFileParser } from '../import/parse-in-child.ts';
import { cancelled, pump } from '../jobs.ts';
import { judgeKinds, type KindCache } from '../judge-kinds.ts';
import { missing } from '../missing.ts';
import type { Connection } from '../store/connection.ts';
import { currentVersion } from '../store/current-version.ts';
import { discardDraft, saveDraft } from '../store/drafts.ts';
import { findPolicy } from '../store/policies.ts';
import { appendVersion, findVersion, listVersions, loadVersionText } from '../store/versions.ts';

const FIRST_VERSION_NOTE = 'First version.';

/** What has been compared already to tell kinds; gone with the library. */
const kindCaches = new WeakMap<Connection, KindCache>();

/** Requests that propose and make versions. */
export const versionHandlers = {
  'version.propose': ({ connection }, { policyId, text }) => {
    if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    const normalised = withoutNotes(normaliseText(text));
    const effectiveDate = effectiveDateOf(normalised);
    const current = currentVersion(listVersions(connection, policyId));
    if (!current) return ok({ effectiveDate, note: FIRST_VERSION_NOTE, kind: 'substantive', changed: true });
    const before = loadVersionText(connection, current);
    if (!before.ok) return before;
    const comparison = compareTexts(
      { label: `version ${current.number}`, text: before.value },
      { label: 'draft', text: normalised },
    );
    const substantive = comparison.changes.some((change) => change.class === 'substantive');
    return ok({
      effectiveDate,
      note: proposeNote(comparison),
      kind: substantive ? 'substantive' : 'editorial',
      signals: [...new Set(comparison.changes.flatMap((change) => change.signals))],
      changed: before.value !== normalised,
    });
  },

  'policy.kinds': ({ connection, jobs, emit }, { job: id, policyId }) =>
    jobs.run(id, async (job) => {
      const cache: KindCache = kindCaches.get(connection) ?? new Map();
      kindCaches.set(connection, cache);
      let total = 0;
      const judged = await pump(job, judgeKinds(connection, policyId, cache), (left) => {
        total = Math.max(total, left + 1);
        emit('job.progress', { job: id, done: total - left, total, message: 'Comparing versions' });
      });
      return judged ?? cancelled();
    }),

  'version.save': ({ connection, guard, emit }, { policyId, text, baseVersion, ...entry }) => {
    if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    const written = normaliseText(text);
    const clean = withoutNotes(written);
    const version = connection.write(() => {
      const inForce = currentVersion(listVersions(connection, policyId))?.number ?? null;
      if (baseVersion !== undefined && baseVersion !== inForce) return null;
      const saved = appendVersion(connection, policyId, {
        ...entry,
        text: clean,
        savedAt: new Date().toISOString(),
        source: { kind: 'written' },
      });
      if (clean === written) discardDraft(connection, policyId);
      // Notes to oneself are no part of a version; they stay in a draft on top of it.
      else
        saveDraft(connection, { policyId, baseVersion: saved.number, text: written, savedAt: saved.savedAt });
      return saved;
    });
    if (!version)
      return fail(
        'conflict',
        'Another version came in since this draft was begun. Merge it with the draft, then save.',
      );
    guard.versionsAdded();
    emit('library.changed', { policyId });
    return ok(version);
  },

  'version.correct': ({ connection, guard, emit }, { versionId, effectiveDate, note, kind, author }) => {
    const version = findVersion(connection, versionId);
    if (!version || isCorrection(version)) return missing('version', versionId);
    const text = loadVersionText(connection, version);
    if (!text.ok) return text;
    const { policyId, number } = version;
    connection.write(() =>
      appendVersion(connection, policyId, {
        text: text.value,
        effectiveDate,
        note,
        kind,
        author,
        savedAt: new Date().toISOString(),
        source: { kind: 'corrected', version: number },
      }),
    );
    guard.versionsAdded();
    emit('library.changed', { policyId });
    return ok(listVersions(connection, policyId).find(({ id }) => id === versionId) ?? version);
  },

  'version.attach': async (
    { connection, guard, emit },
    { policyId, effectiveDate, note, author, link, from },
  ) => {
    if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    const read = await readAttached(from);
    if (!read.ok) return read;
    const { text, ...origin } = read.value;
    const version = connection.write(() =>
      appendVersion(connection, policyId, {
        text,
        effectiveDate,
        note,
        author,
        kind: 'substantive',
        savedAt: new Date().toISOString(),
        source: { kind: 'imported', ...origin, ...(link ? { url: link } : {}) },
      }),
    );
    guard.versionsAdded();
    emit('library.changed', { policyId });
    return ok(version);
  },
} satisfies Partial<Handlers>;

interface AttachedText {
  readonly text: string;
  readonly from: string;
  readonly format: string;
}

/** A file is parsed in a process of its own, as every import. */
async function readAttached(
  from: { readonly path: string } | { readonly text: string },
): Promise<Result<AttachedText>> {
  if ('text' in from) {
    const text = normaliseText(from.text);
    return text.trim() === ''
      ? fail('bad-request', 'There is no text to attach.')
      : ok({ text, from: 'pasted text', format: 'text' });
  }
  const parser = openFileParser();
  try {
    const read = await parser.parse(from.path, {});
    if (!read.ok) return read;
    const { text, format } = read.value.parsed;
    return ok({ text, from: basename(from.path), format });
  } finally {
    parser.close();
  }
}
