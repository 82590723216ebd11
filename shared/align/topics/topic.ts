/** The ten of Wilson et al., "The Creation and Analysis of a Website Privacy Policy Corpus", ACL 2016. */
export type CategoryId =
  | 'first-party-collection-use'
  | 'third-party-sharing-collection'
  | 'user-choice-control'
  | 'user-access-edit-deletion'
  | 'data-retention'
  | 'data-security'
  | 'policy-change'
  | 'do-not-track'
  | 'international-and-specific-audiences'
  | 'other';

/**
 * A fine topic and the words that speak of it, in the notation of `phrases.ts`. Our own lists, written from how privacy law
 * and practice name things; no sentence of any one policy.
 */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryId;
  /** Id of the broader topic under which other policies put it without a section of its own. */
  readonly broader?: string;
  /** Decisive where they stand in a heading. */
  readonly heading: readonly string[];
  /** Rarely said of anything else. */
  readonly strong: readonly string[];
  /** Usual here, possible elsewhere. */
  readonly usual: readonly string[];
  /** Adds to other words, decides nothing alone. */
  readonly slight: readonly string[];
}
