/** How two chains of entries stand to each other. Equal hashes mean equal histories up to there, because each covers the one before. */
export interface ChainRelation {
  /** Entries that both begin with. */
  readonly common: number;
  readonly here: number;
  readonly there: number;
  readonly state: 'same' | 'ahead' | 'behind' | 'apart';
}

/** Compares our chain with another by the hashes of their entries, oldest first. */
export function relateChains(here: readonly string[], there: readonly string[]): ChainRelation {
  let common = 0;
  while (common < here.length && common < there.length && here[common] === there[common]) common++;
  const state =
    common === here.length
      ? common === there.length
        ? 'same'
        : 'behind'
      : common === there.length
        ? 'ahead'
        : 'apart';
  return { common, here: here.length, there: there.length, state };
}

/** What a person should know, and can do, when neither chain continues the other. */
export function describeApart({ common, here, there }: ChainRelation): string {
  const since = common === 0 ? 'have nothing in common' : `have parted after version ${common}`;
  return (
    `The two histories ${since}: ${countVersions(here - common)} here and ${countVersions(there - common)} there. Nothing was changed. ` +
    'Pull it under another name (--as) to compare both, or push to another branch (--branch).'
  );
}

/** `1 version`, `2 versions`. */
export function countVersions(versions: number): string {
  return versions === 1 ? '1 version' : `${versions} versions`;
}
