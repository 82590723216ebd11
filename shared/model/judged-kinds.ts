import type { VersionKind, VersionSummary } from './policy.ts';

/** Versions with the kinds that comparing them has told, in place of those that were recorded without being said by anyone. */
export function withKinds(
  versions: readonly VersionSummary[],
  judged: readonly { readonly number: number; readonly kind: VersionKind }[],
): readonly VersionSummary[] {
  if (judged.length === 0) return versions;
  const kinds = new Map(judged.map(({ number, kind }) => [number, kind]));
  return versions.map((version) => ({ ...version, kind: kinds.get(version.number) ?? version.kind }));
}
