import { compareTexts } from '../../../shared/compare/compare.ts';
import { proposeNote } from '../../../shared/compare/propose-note.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import { effectiveDateOf } from '../effective-date.ts';
import type { Handlers } from '../engine-context.ts';
import { missing } from '../missing.ts';
import { currentVersion } from '../store/current-version.ts';
import { discardDraft } from '../store/drafts.ts';
import { findPolicy } from '../store/policies.ts';
import { appendVersion, listVersions, loadVersionText } from '../store/versions.ts';

const FIRST_VERSION_NOTE = 'First version.';

/** Requests that propose and make versions. */
export const versionHandlers = {
  'version.propose': ({ connection }, { policyId, text }) => {
    if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    const normalised = normaliseText(text);
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

  'version.save': ({ connection, guard, emit }, { policyId, text, baseVersion, ...entry }) => {
    if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    const version = connection.write(() => {
      const inForce = currentVersion(listVersions(connection, policyId))?.number ?? null;
      if (baseVersion !== undefined && baseVersion !== inForce) return null;
      const saved = appendVersion(connection, policyId, {
        ...entry,
        text: normaliseText(text),
        savedAt: new Date().toISOString(),
        source: { kind: 'written' },
      });
      discardDraft(connection, policyId);
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
} satisfies Partial<Handlers>;
