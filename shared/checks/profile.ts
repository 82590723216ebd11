import type { Severity } from '../model/diagnostic.ts';

/** A house's own settings: what it does not want to be told, and what it wants written. */
export interface HouseProfile {
  /** Names of rules that are turned off. */
  readonly disabledRules: readonly string[];
  /** How serious the house takes a rule's findings, by its name, where that differs from the rule's own view. */
  readonly severities: Readonly<Record<string, Severity>>;
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
  severities: {},
  preferredWordings: [],
  requiredSections: [],
  knownTerms: [],
};
