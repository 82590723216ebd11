import type { IsoDate, VersionSummary } from '../model/policy.ts';

/** What the library knows of when a policy's versions took effect. */
export interface LibraryDates {
  /** The date kept for the very text that is checked; null for a draft and for a text outside of the library. */
  readonly own: IsoDate | null;
  /** The versions up to the text that is checked, in any order. */
  readonly versions: readonly Pick<VersionSummary, 'number' | 'effectiveDate' | 'kind'>[];
}

/** For texts of which the library knows nothing. */
export const NO_LIBRARY_DATES: LibraryDates = { own: null, versions: [] };
