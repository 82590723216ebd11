import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { LoadedText } from '../../shared/ipc/writing-requests.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { normaliseText } from '../../shared/model/text.ts';
import { missing } from './missing.ts';
import type { Connection } from './store/connection.ts';
import { findDraft } from './store/drafts.ts';
import { findPolicy } from './store/policies.ts';
import { findVersion, loadVersionText } from './store/versions.ts';

/** The text that a reference means, with the label it is shown under (`company/policy@3`). */
export function loadText(connection: Connection, ref: TextReference): Result<LoadedText> {
  switch (ref.kind) {
    case 'text':
      return ok({ label: ref.label, text: normaliseText(ref.text) });
    case 'version': {
      const version = findVersion(connection, ref.versionId);
      return version ? loadVersion(connection, version) : missing('version', ref.versionId);
    }
    case 'draft':
      return loadDraft(connection, ref.policyId);
  }
}

/** The policy that a reference belongs to; null for a text at hand. */
export function policyIdOf(connection: Connection, ref: TextReference): number | null {
  switch (ref.kind) {
    case 'text':
      return ref.policyId ?? null;
    case 'version':
      return findVersion(connection, ref.versionId)?.policyId ?? null;
    case 'draft':
      return ref.policyId;
  }
}

function loadVersion(connection: Connection, version: VersionSummary): Result<LoadedText> {
  const text = loadVersionText(connection, version);
  if (!text.ok) return text;
  return ok({ label: `${policyLabel(connection, version.policyId)}@${version.number}`, text: text.value });
}

function loadDraft(connection: Connection, policyId: number): Result<LoadedText> {
  const draft = findDraft(connection, policyId);
  if (!draft) return fail('not-found', `Policy ${policyId} has no draft.`);
  return ok({ label: `${policyLabel(connection, policyId)}@draft`, text: draft.text });
}

function policyLabel(connection: Connection, policyId: number): string {
  const found = findPolicy(connection, policyId);
  return found ? `${found.company.slug}/${found.policy.slug}` : `policy-${policyId}`;
}
