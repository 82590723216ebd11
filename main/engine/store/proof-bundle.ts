import type {
  IsoDate,
  Timestamp,
  VersionKind,
  VersionSource,
  VersionSummary,
} from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { Connection } from './connection.ts';
import { findPolicy } from './policies.ts';
import { listEntries, loadVersionText } from './versions.ts';

/** One version as a third party needs it to check text, entry and chain; the form is described in docs/proof-bundle.md. */
export interface ProofEntry {
  readonly number: number;
  readonly effectiveDate: IsoDate | null;
  readonly savedAt: Timestamp;
  readonly author: string;
  readonly note: string;
  readonly kind: VersionKind;
  readonly source: VersionSource;
  readonly textHash: string;
  readonly previousHash: string | null;
  readonly entryHash: string;
  readonly text: string;
}

/** A policy's whole chain, for checking without Codicil. */
export interface ProofBundle {
  readonly format: 'codicil.proof/1';
  readonly company: string;
  readonly policy: string;
  readonly exportedAt: Timestamp;
  /** Oldest first. */
  readonly versions: readonly ProofEntry[];
}

/** Gathers the chain of a policy that exists; fails where a text is not what was saved. */
export function buildProofBundle(connection: Connection, policyId: number, now: Date): Result<ProofBundle> {
  const found = findPolicy(connection, policyId);
  const versions: ProofEntry[] = [];
  for (const version of listEntries(connection, policyId).reverse()) {
    const text = loadVersionText(connection, version);
    if (!text.ok) return text;
    versions.push(toEntry(version, text.value));
  }
  return ok({
    format: 'codicil.proof/1',
    company: found?.company.name ?? '',
    policy: found?.policy.name ?? '',
    exportedAt: now.toISOString(),
    versions,
  });
}

function toEntry(version: VersionSummary, text: string): ProofEntry {
  const { id: _id, policyId: _policyId, words: _words, ...entry } = version;
  return { ...entry, text };
}
