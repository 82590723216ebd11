/** Texts read or written lately, by version id, so that a run of neighbouring versions inflates each frame once. */
export interface RecentTexts {
  readonly byId: ReadonlyMap<number, Buffer>;
  remember(versionId: number, text: Buffer): void;
}

/** Enough for the neighbours of a few long policies without weighing on a small machine. */
const BUDGET_BYTES = 16 * 1024 * 1024;

/** Makes a cache that forgets the texts used longest ago once it holds more than its budget. */
export function rememberRecentTexts(budget: number = BUDGET_BYTES): RecentTexts {
  const byId = new Map<number, Buffer>();
  let bytes = 0;
  const forget = (versionId: number): void => {
    bytes -= byId.get(versionId)?.length ?? 0;
    byId.delete(versionId);
  };
  return {
    byId,
    remember(versionId, text) {
      forget(versionId);
      byId.set(versionId, text);
      bytes += text.length;
      for (const oldest of byId.keys()) {
        if (bytes <= budget) break;
        forget(oldest);
      }
    },
  };
}
