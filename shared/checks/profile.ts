/** A house's own settings: what it does not want to be told, and what it wants written. */
export interface HouseProfile {
  /** Names of rules that are turned off. */
  readonly disabledRules: readonly string[];
  /** Wordings the house prefers. */
  readonly preferredWordings: readonly PreferredWording[];
  /** Words of headings that every policy of the house must have. */
  readonly requiredSections: readonly string[];
  /** Terms that need no definition in each policy. */
  readonly knownTerms: readonly string[];
}

export interface PreferredWording {
  readonly avoid: string;
  readonly prefer: string;
}

/** What applies when a house has set nothing. */
export const DEFAULT_PROFILE: HouseProfile = {
  disabledRules: [],
  preferredWordings: [],
  requiredSections: [],
  knownTerms: [],
};
