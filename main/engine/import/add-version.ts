import type { VersionSummary } from '../../../shared/model/policy.ts';
import type { Connection } from '../store/connection.ts';
import { ensureCompany, ensurePolicy } from '../store/names.ts';
import { appendVersion, findVersionWithText, type NewVersion } from '../store/versions.ts';

export interface AddedVersion {
  readonly version: VersionSummary;
  /** False when a version with this text was there before. */
  readonly added: boolean;
}

/** Appends an imported text to its policy, unless the policy has a version with the same text. One durable transaction. */
export function addImportedVersion(
  connection: Connection,
  company: string,
  policy: string,
  version: NewVersion,
): AddedVersion {
  return connection.write(() => {
    const owner = ensureCompany(connection, company);
    const { id } = ensurePolicy(connection, owner.id, policy);
    const same = findVersionWithText(connection, id, version.text);
    if (same) return { version: same, added: false };
    return { version: appendVersion(connection, id, version), added: true };
  });
}
