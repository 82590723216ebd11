import { z } from 'zod';
import type {
  CompanyWithPolicies,
  Draft,
  PolicySummary,
  Timestamp,
  VersionSummary,
} from '../model/policy.ts';
import { request } from './request.ts';
import { id, jobId, nothing, path, text } from './schemas.ts';

export interface LibraryListing {
  readonly file: string;
  readonly companies: readonly CompanyWithPolicies[];
}

/** What can be put in the library's place. */
export interface LibraryBackups {
  readonly folder: string;
  /** Newest first; `madeAt` is ISO 8601 in UTC. */
  readonly backups: readonly { readonly file: string; readonly madeAt: Timestamp; readonly bytes: number }[];
}

export interface RestoredLibrary {
  readonly file: string;
  /** Where the library that was replaced is kept; null when there was none. */
  readonly kept: string | null;
}

export interface PolicyDetail {
  readonly policy: PolicySummary;
  readonly company: { readonly id: number; readonly slug: string; readonly name: string };
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
  readonly draft: Draft | null;
  /** What is not as it was saved in its chain of versions; empty when all is well. */
  readonly problems?: readonly { readonly place: string; readonly message: string }[];
  /** Versions that the text's own document history names and the library does not hold, oldest first. */
  readonly missing?: readonly MissingVersion[];
}

/** How much came and went with a version, in characters of whole passages. */
export interface ChangeSize {
  readonly number: number;
  readonly came: number;
  readonly went: number;
}

/** A version that is known to have existed, without its text. */
export interface MissingVersion {
  readonly date: string;
  readonly note: string;
  readonly link: string;
}

export interface VerifyReport {
  readonly policies: number;
  readonly versions: number;
  readonly problems: readonly { readonly place: string; readonly message: string }[];
}

/** What a company or a policy is to be called; what is left out stays. */
export interface NewName {
  readonly name: string;
  /** The short name that references use, made fit to be one. */
  readonly slug?: string | undefined;
  /** For a policy: the name of the company that it moves to. */
  readonly company?: string | undefined;
}

/** What a company or a policy was called, and, for a policy, the company (by its name now) under which it stood. */
export interface FormerName {
  readonly slug: string;
  readonly name: string;
  readonly company: string;
  readonly companySlug: string;
  readonly until: Timestamp;
}

const name = z.string().min(1).max(200);

/** The library itself: its companies and policies, its backups, and whether anything was altered. */
export const libraryRequests = {
  'library.list': request<LibraryListing>()('engine', nothing),
  'library.verify': request<VerifyReport>()('engine', z.object({ job: jobId })),
  /** Writes a verified backup outside of the library's folder. */
  'library.backup': request<{ readonly file: string; readonly madeAt: string }>()('engine', nothing),
  /** Answered also while the library cannot be opened. */
  'library.backups': request<LibraryBackups>()('engine', nothing),
  /** Puts a backup in the library's place and opens it; what was there is kept beside it. */
  'library.restore': request<RestoredLibrary>()('engine', z.object({ file: path })),
  /** Makes a new library in the place of one that is missing; refused where one is open. */
  'library.begin': request<null>()('engine', nothing),
  /** Names a company anew; the old names stay known, so that references by an old short name still lead to it. */
  'company.rename': request<null>()('engine', z.object({ companyId: id, name, slug: name.optional() })),
  'company.former-names': request<readonly FormerName[]>()('engine', z.object({ companyId: id })),
  'policy.get': request<PolicyDetail>()('engine', z.object({ policyId: id })),
  /** How much changed with each version, for drawing the history. */
  'policy.changes': request<readonly ChangeSize[]>()('engine', z.object({ policyId: id })),
  'policy.create': request<{ policyId: number }>()('engine', z.object({ company: name, name, text })),
  /** Names a policy anew and moves it to another company, made where there is none of that name. */
  'policy.rename': request<null>()(
    'engine',
    z.object({ policyId: id, name, company: name.optional(), slug: name.optional() }),
  ),
  'policy.former-names': request<readonly FormerName[]>()('engine', z.object({ policyId: id })),
  /** The policy that `company/policy` means by short names, or meant before it was renamed; null when it never meant any. */
  'policy.find': request<{ policyId: number | null }>()('engine', z.object({ company: name, policy: name })),
  /** A policy's chain of versions as JSON that a third party can check (docs/proof-bundle.md). */
  'policy.proof': request<string>()('engine', z.object({ policyId: id })),
} as const;
