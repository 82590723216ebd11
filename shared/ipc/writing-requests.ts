import { z } from 'zod';
import type { CheckReport } from '../checks/finding.ts';
import type { HouseProfile } from '../checks/profile.ts';
import { houseProfileSchema } from '../checks/profile-schema.ts';
import type { Signal } from '../compare/comparison.ts';
import type { MergePassage } from '../compare/merge-texts.ts';
import type { Clause } from '../model/clause.ts';
import type { Timestamp, VersionSummary } from '../model/policy.ts';
import type { PolicyTemplate } from '../model/template.ts';
import { request } from './request.ts';
import { id, isoDate, jobId, nothing, path, text, textReference } from './schemas.ts';

export interface LoadedText {
  readonly label: string;
  readonly text: string;
}

/** A draft beside the version that came in after it was begun. */
export interface DraftMerge {
  /** The version the draft was begun from; null when there was none. */
  readonly base: VersionSummary | null;
  readonly theirs: VersionSummary;
  readonly passages: readonly MergePassage[];
}

/** What "Save version" proposes before the user has typed anything. */
export interface VersionProposal {
  readonly effectiveDate: string | null;
  readonly note: string;
  readonly kind: 'editorial' | 'substantive';
  /** What kinds of statements changed, in the words of `Signal`; absent where there is nothing to compare with. */
  readonly signals?: readonly Signal[];
  /** False when the draft equals the latest version, so that there is nothing to save. */
  readonly changed: boolean;
}

/** Drafts and versions, and what helps to write them: structure, checks, templates, clauses and the house profile. */
export const writingRequests = {
  'draft.save': request<{ savedAt: Timestamp }>()(
    'engine',
    z.object({ policyId: id, baseVersion: z.number().int().positive().nullable(), text }),
  ),
  /** Merges a draft's text with the version in force, when another than `baseVersion` is. */
  'draft.merge': request<DraftMerge>()(
    'engine',
    z.object({ job: jobId, policyId: id, baseVersion: z.number().int().positive().nullable(), text }),
  ),
  'draft.discard': request<null>()('engine', z.object({ policyId: id })),
  'version.propose': request<VersionProposal>()('engine', z.object({ policyId: id, text })),
  'version.save': request<VersionSummary>()(
    'engine',
    z.object({
      policyId: id,
      text,
      effectiveDate: isoDate.nullable(),
      note: z.string().max(10_000),
      kind: z.enum(['editorial', 'substantive']),
      author: z.string().max(200),
      /** The version the text was begun from; where another is in force by now, nothing is saved and the failure is a `conflict`. */
      baseVersion: z.number().int().positive().nullable().optional(),
    }),
  ),
  /** Corrects date, note and kind of a version by a new entry of its chain; what was said before stays recorded. */
  'version.correct': request<VersionSummary>()(
    'engine',
    z.object({
      versionId: id,
      effectiveDate: isoDate.nullable(),
      note: z.string().max(10_000),
      kind: z.enum(['editorial', 'substantive']),
      author: z.string().max(200),
    }),
  ),
  /** Adds the text of a version that was known to have existed, from a file or from `text`; it stands in time where its date says. */
  'version.attach': request<VersionSummary>()(
    'engine',
    z.object({
      policyId: id,
      effectiveDate: isoDate,
      note: z.string().max(10_000),
      author: z.string().max(200),
      /** Where the policy's own history says that the text stands. */
      link: z.string().max(4096),
      from: z.union([z.object({ path }), z.object({ text })]),
    }),
  ),
  'text.load': request<LoadedText>()('engine', z.object({ ref: textReference })),
  /** Clipboard HTML as clean Markdown. */
  'text.fromHtml': request<string>()('engine', z.object({ html: z.string().max(20_000_000) })),
  /** Checks by the house profile of the library, or by another one. */
  'text.check': request<CheckReport>()(
    'engine',
    z.object({ ref: textReference, profile: houseProfileSchema.optional() }),
  ),
  'template.list': request<readonly PolicyTemplate[]>()('engine', nothing),
  /** The user's own clauses by name, then the standard ones. */
  'clause.list': request<readonly Clause[]>()('engine', nothing),
  /** Keeps a clause: a new one for a null id, else the one with this id, which undoing a deletion brings back. */
  'clause.save': request<{ readonly id: number }>()(
    'engine',
    z.object({
      id: id.nullable(),
      name: z.string().max(200),
      tags: z.array(z.string().max(60)).max(40),
      text: z.string().max(200_000),
    }),
  ),
  'clause.delete': request<null>()('engine', z.object({ id })),
  /** The house's settings for checks, kept in the library. */
  'profile.get': request<HouseProfile>()('engine', nothing),
  'profile.set': request<null>()('engine', z.object({ profile: houseProfileSchema })),
} as const;
