/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** An instant, ISO 8601 in UTC with milliseconds. */
export type Timestamp = string;

/** Editorial versions change no obligation; substantive ones do. The author says which. */
export type VersionKind = 'editorial' | 'substantive';

/** Where a version's text came from. */
export type VersionSource =
  | { readonly kind: 'written' }
  | {
      readonly kind: 'imported';
      readonly from: string;
      readonly format: string;
      readonly url?: string;
    }
  /** Corrects the date, note or kind of an earlier entry, whose text it repeats. */
  | { readonly kind: 'corrected'; readonly version: number };

/** A company (or person) whose policies the library holds. `slug` is what references use. */
export interface Company {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** One document with a history: a privacy policy, terms, a cookie notice. Referred to as `company-slug/policy-slug`. */
export interface Policy {
  readonly id: number;
  readonly companyId: number;
  readonly slug: string;
  readonly name: string;
}

/** An immutable version without its text. Hashes are lower-case hex SHA-256. */
export interface VersionSummary {
  readonly id: number;
  readonly policyId: number;
  /** 1 for the first version of a policy. */
  readonly number: number;
  readonly effectiveDate: IsoDate | null;
  readonly savedAt: Timestamp;
  readonly author: string;
  readonly note: string;
  readonly kind: VersionKind;
  readonly source: VersionSource;
  readonly words: number;
  readonly textHash: string;
  readonly entryHash: string;
  readonly previousHash: string | null;
  /** Where date, note and kind come from a later entry: which, and what was said before. */
  readonly correction?: {
    readonly number: number;
    readonly savedAt: Timestamp;
    readonly author: string;
    readonly before: Pick<VersionSummary, 'effectiveDate' | 'note' | 'kind'>;
  };
}

/** The one working copy of a policy; it is replaced by each save and survives a crash. */
export interface Draft {
  readonly policyId: number;
  /** The version it was begun from; null when the policy has none yet. */
  readonly baseVersion: number | null;
  readonly text: string;
  readonly savedAt: Timestamp;
}

/** How many versions of a policy count from a calendar year. */
export interface VersionsOfYear {
  readonly year: number;
  readonly versions: number;
}

export interface PolicySummary extends Policy {
  readonly versions: number;
  /** Years without a version are left out; oldest first. */
  readonly years: readonly VersionsOfYear[];
  readonly latest: VersionSummary | null;
  readonly hasDraft: boolean;
}

export interface CompanyWithPolicies extends Company {
  readonly policies: readonly PolicySummary[];
}
