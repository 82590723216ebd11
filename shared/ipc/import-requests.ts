import { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { IsoDate } from '../model/policy.ts';
import { request } from './request.ts';
import { id, isoDate, jobId, path } from './schemas.ts';

/** Of Word documents with tracked changes, which text becomes a version; both when not said. */
const trackedChoice = z.enum(['before', 'after', 'both']);
export type TrackedChoice = z.infer<typeof trackedChoice>;

/** What one imported file became. */
export interface ImportedFile {
  readonly file: string;
  readonly outcome: 'imported' | 'already-there' | 'refused';
  readonly company?: string;
  readonly policy?: string;
  readonly policyId?: number;
  readonly version?: number;
  /** How many versions a file's history became, where it has one. */
  readonly versions?: number;
  readonly effectiveDate?: string | null;
  /** Of a Word document with tracked changes: the text before them, or the one after. Such a file stands twice in a report. */
  readonly tracked?: 'before' | 'after';
  readonly diagnostics: readonly Diagnostic[];
}

/** Which of some paths are folders, and which of these hold a git repository. */
export interface ImportSurvey {
  readonly folders: readonly string[];
  readonly repositories: readonly string[];
}

/** A policy as an import would bring it in; versions from the oldest. */
export interface PreviewedPolicy {
  readonly company: string;
  readonly policy: string;
  readonly versions: readonly { readonly date: IsoDate; readonly note: string; readonly isNew: boolean }[];
}

export interface ImportPreview {
  readonly policies: readonly PreviewedPolicy[];
  readonly refused: readonly ImportedFile[];
  /** How many Word documents among the files have tracked changes. */
  readonly trackedFiles: number;
}

export interface ImportReport {
  readonly files: readonly ImportedFile[];
}

/** A policy in a shared git repository, and how its chain of versions stands to ours. */
export interface SharedPolicy {
  readonly branch: string;
  readonly company: string;
  readonly policy: string;
  /** Our policy of that name; null when we have none. */
  readonly policyId: number | null;
  /** Versions there, here, and at the beginning of both. */
  readonly there: number;
  readonly here: number;
  readonly common: number;
  /** `ahead`: we have more; `behind`: they have more; `apart`: both have versions that the other lacks. */
  readonly state: 'same' | 'ahead' | 'behind' | 'apart' | 'only-there' | 'unreadable';
  /** Why it cannot be read; empty otherwise. */
  readonly problem: string;
}

/** What became of one policy that was pushed or pulled. */
export interface ExchangedPolicy {
  /** `company/policy`, by its short names. */
  readonly policy: string;
  readonly policyId: number | null;
  readonly branch: string;
  readonly outcome: 'pushed' | 'pulled' | 'up-to-date' | 'refused';
  /** Versions that went over, and that the side which took them now has. */
  readonly added: number;
  readonly versions: number;
  /** Why it was refused; empty otherwise. */
  readonly problem: string;
}

export interface ExchangeReport {
  readonly folder: string;
  readonly policies: readonly ExchangedPolicy[];
}

/** What comes in from files and folders, and what is shared with a team through a git repository. */
export const importRequests = {
  'import.survey': request<ImportSurvey>()('engine', z.object({ paths: z.array(path).min(1).max(10_000) })),
  /** What an import would bring in; `history` takes repositories with their commits. */
  'import.preview': request<ImportPreview>()(
    'engine',
    z.object({
      job: jobId,
      paths: z.array(path).min(1).max(10_000),
      history: z.boolean(),
      tracked: trackedChoice.optional(),
    }),
  ),
  'import.paths': request<ImportReport>()(
    'engine',
    z.object({
      job: jobId,
      paths: z.array(path).min(1).max(10_000),
      company: z.string().max(200).optional(),
      policy: z.string().max(200).optional(),
      /** The effective date of what is imported, where the user knows better than the text. */
      date: isoDate.optional(),
      /** Take repositories among the paths with their commits as versions, and everything else as it stands. */
      history: z.boolean().optional(),
      /** The paths are git repositories: the revision whose history to take in. */
      git: z.string().max(200).optional(),
      tracked: trackedChoice.optional(),
    }),
  ),
  /** The policies in a team's git repository, which is a folder (a disk, a network share); never an address. */
  'exchange.list': request<readonly SharedPolicy[]>()('engine', z.object({ job: jobId, folder: path })),
  /** Adds the versions of policies to the repository as commits, each policy on a branch of its own. */
  'exchange.push': request<ExchangeReport>()(
    'engine',
    z.object({
      job: jobId,
      folder: path,
      policyIds: z.array(id).min(1).max(10_000),
      /** Another branch than `company/policy`; for one policy. */
      branch: z.string().max(400).optional(),
      /** Make a bare repository where the folder is missing or empty. */
      create: z.boolean().optional(),
    }),
  ),
  /** Adds the versions that the repository has and we have not; without `branches` those of all its policies. */
  'exchange.pull': request<ExchangeReport>()(
    'engine',
    z.object({
      job: jobId,
      folder: path,
      branches: z.array(z.string().max(400)).max(10_000).optional(),
      /** Take a branch as a policy of this name, beside the one that it would continue. */
      as: z.object({ company: z.string().min(1).max(200), policy: z.string().min(1).max(200) }).optional(),
    }),
  ),
} as const;
