import { z } from 'zod';
import type { RedlinePiece } from '../compare/redline-pieces.ts';
import type { IsoDate, VersionKind } from '../model/policy.ts';
import { request } from './request.ts';
import { id, isoDate, jobId, text } from './schemas.ts';

/** A passage of a policy by its headings and a hash of its words, through all versions. */
export const policyPassage = z.object({
  policyId: id,
  anchor: z.object({
    path: z.array(z.string().max(10_000)).max(20),
    hash: z.string().regex(/^[0-9a-f]{1,32}$/),
  }),
});

export const searchFilter = z.object({
  /** A company's short name. */
  company: z.string().max(200).optional(),
  policyId: id.optional(),
  /** Only passages that were in force on some day between these, inclusive. */
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Words of a heading above the passage; case and accents do not matter. */
  section: z.string().max(500).optional(),
});

/** What a search is confined to. */
export type SearchFilter = z.infer<typeof searchFilter>;

/** When the words of a query stood in a policy. */
export interface WordsInPolicy {
  readonly policyId: number;
  readonly company: string;
  readonly policy: string;
  /** When a version first had them. */
  readonly entered: string;
  /** True when the version that counts now has them. */
  readonly hasNow: boolean;
  /** Each time from the version that brought them to the one that took them out (null: still there), in order of dates. */
  readonly times: readonly {
    readonly version: number;
    readonly date: string;
    readonly until: { readonly version: number; readonly date: string } | null;
  }[];
}

export interface SearchHit {
  readonly policyId: number;
  readonly company: string;
  readonly policy: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  /** The days from which these two versions count: an old text that was added late has a high number. */
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly versionId: number;
  /** The headings above the passage, outermost first. */
  readonly section: readonly string[];
  readonly line: number;
  /** The line around the match; `matches` are half-open UTF-16 offsets into it. */
  readonly excerpt: string;
  readonly matches: readonly { readonly from: number; readonly to: number }[];
}

/** A version in which a passage appeared, changed, or came back after it had been taken out, and how it read there. */
export interface LifelineEvent {
  readonly kind: 'appeared' | 'changed' | 'returned';
  readonly versionId: number;
  readonly number: number;
  readonly date: string;
  readonly note: string;
  readonly text: string;
  /** Half-open UTF-16 offsets of the passage in that version's text. */
  readonly from: number;
  readonly to: number;
  /** What became of how it read before; all of it inserted where it appeared. */
  readonly redline: readonly RedlinePiece[];
}

/** How a passage came to read as it does, newest first; the last event is its appearance. */
export interface Lifeline {
  readonly events: readonly LifelineEvent[];
  /** Where a passage of a draft was asked for: what the draft made of it. A `new` one is in no version, and has no events. */
  readonly draft?: {
    readonly kind: 'same' | 'changed' | 'new';
    readonly text: string;
    readonly redline: readonly RedlinePiece[];
  };
}

/** A stretch of a text (half-open UTF-16 offsets) whose words came in with the version of that number. */
export interface OriginSpan {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** Since which version (and its date) the passage on these 1-based lines has stood word for word; null where only the draft has it. */
export interface PassageAge {
  readonly fromLine: number;
  readonly toLine: number;
  readonly since: number | null;
  readonly date: string;
}

/** Whether a version changed what the policy says, by comparison with the one before. */
export interface JudgedKind {
  readonly number: number;
  readonly kind: VersionKind;
}

/** What is asked of all versions at once: searches, lifelines and ages. */
export const historyRequests = {
  'search.run': request<readonly SearchHit[]>()(
    'engine',
    z.object({
      query: z.string().max(500),
      limit: z.number().int().min(1).max(500),
      filter: searchFilter.optional(),
    }),
  ),
  /** When the words of a query entered each policy and left it, by the day on which they first stood anywhere. */
  'search.when': request<readonly WordsInPolicy[]>()(
    'engine',
    z.object({
      query: z.string().max(500),
      filter: searchFilter.pick({ company: true, policyId: true }).optional(),
    }),
  ),
  /** Follows a passage of a version (half-open UTF-16 offsets) back to where it appeared; with `draft`, a passage of that text begun from it. */
  'lifeline.trace': request<Lifeline>()(
    'engine',
    z.object({
      job: jobId,
      versionId: id,
      from: z.number().int().min(0),
      to: z.number().int().min(1),
      draft: text.optional(),
    }),
  ),
  /** The kind of each imported version of which nobody has said one. */
  'policy.kinds': request<readonly JudgedKind[]>()('engine', z.object({ job: jobId, policyId: id })),
  /** The age of each passage of a version, or of a draft begun from it, for the margin of the editor. */
  'lifeline.ages': request<readonly PassageAge[]>()(
    'engine',
    z.object({ versionId: id, draft: text.optional() }),
  ),
  /** From which version each word of a version comes, through edits, moves, splits, joins and returns. */
  'lifeline.origins': request<readonly OriginSpan[]>()('engine', z.object({ job: jobId, versionId: id })),
} as const;
