import type { Draft, Timestamp } from '../../../shared/model/policy.ts';
import type { Connection } from './connection.ts';

/** The draft of a policy; null when there is none. */
export function findDraft(connection: Connection, policyId: number): Draft | null {
  const row = connection
    .sql<Draft>(
      'SELECT policy_id AS policyId, base_version AS baseVersion, text, saved_at AS savedAt FROM draft WHERE policy_id = ?',
    )
    .get(policyId);
  return row ?? null;
}

/** Puts a draft in the place of the one before; durable when it returns. */
export function saveDraft(connection: Connection, draft: Draft): Timestamp {
  connection.write(() => {
    connection
      .sql(
        `INSERT INTO draft (policy_id, base_version, text, saved_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (policy_id) DO UPDATE SET base_version = excluded.base_version, text = excluded.text, saved_at = excluded.saved_at`,
      )
      .run(draft.policyId, draft.baseVersion, draft.text, draft.savedAt);
  });
  return draft.savedAt;
}

/** Removes a policy's draft. Call inside a write. */
export function discardDraft(connection: Connection, policyId: number): void {
  connection.sql('DELETE FROM draft WHERE policy_id = ?').run(policyId);
}
