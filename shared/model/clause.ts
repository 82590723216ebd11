import type { Timestamp } from './policy.ts';

/** A passage that the user keeps for use in other policies. */
export interface OwnClause {
  readonly origin: 'own';
  readonly id: number;
  readonly name: string;
  readonly tags: readonly string[];
  /** Markdown. */
  readonly text: string;
  readonly savedAt: Timestamp;
}

/** A passage that comes with Codicil; it cannot be changed, only kept as one's own. */
export interface StandardClause {
  readonly origin: 'standard';
  readonly name: string;
  readonly tags: readonly string[];
  /** Markdown, with `[placeholders]` for what differs from house to house. */
  readonly text: string;
}

export type Clause = OwnClause | StandardClause;
