import { z } from 'zod';
import type { Alignment, LinkOverride } from '../align/alignment.ts';
import type { FactsTable } from '../align/facts-table.ts';
import type { SisterReport } from '../align/sister-documents.ts';
import type { CheckReport } from '../checks/finding.ts';
import type { HouseProfile } from '../checks/profile.ts';
import { houseProfileSchema } from '../checks/profile-schema.ts';
import { CHANGE_CLASSES, type ChangeSelection, SIGNALS } from '../compare/change-selection.ts';
import type { Comparison, Signal } from '../compare/comparison.ts';
import type { MergePassage } from '../compare/merge-texts.ts';
import type { Redline } from '../compare/redline.ts';
import type { RedlinePiece } from '../compare/redline-pieces.ts';
import type { Clause } from '../model/clause.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type {
  CompanyWithPolicies,
  Draft,
  IsoDate,
  PolicySummary,
  Timestamp,
  VersionSummary,
} from '../model/policy.ts';
import type { PolicyTemplate } from '../model/template.ts';
import type { TextRange } from '../model/text.ts';
import { type CompanyLook, THEME_NAMES } from '../publish/company-look.ts';
import type { Inspection } from '../structure/inspection.ts';

/**
 * The one contract between processes. The window asks (`requests`), Electron's main process answers what needs Electron and
 * passes the rest to the engine; both send `events`. Arguments are validated against these schemas at run time on the receiving
 * side; answers are `Result`s. Preload, handlers and the client are derived from this file.
 */

const id = z.number().int().positive();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const jobId = z.string().min(1).max(64);
const path = z.string().min(1).max(4096);
/** A text of a policy; 64 MiB of UTF-16 is far above every import limit. */
const text = z.string().max(32 * 1024 * 1024);

/** A text to read: a version or the draft of a policy in the library, or text at hand with a label. */
export const textReference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('version'), versionId: id }),
  z.object({ kind: z.literal('draft'), policyId: id }),
  /** `policyId` where the text is that policy's, as it stands in the editor. */
  z.object({ kind: z.literal('text'), label: z.string().max(500), text, policyId: id.optional() }),
]);
export type TextReference = z.infer<typeof textReference>;

/** Which changes of a comparison are marked. */
const changeSelection: z.ZodType<ChangeSelection> = z.object({
  hiddenClasses: z.array(z.enum(CHANGE_CLASSES)),
  signals: z.array(z.enum(SIGNALS)),
  section: z.string().max(10_000).nullable(),
});

/** A passage of a policy by its headings and a hash of its words, through all versions. */
const policyPassage = z.object({
  policyId: id,
  anchor: z.object({
    path: z.array(z.string().max(10_000)).max(20),
    hash: z.string().regex(/^[0-9a-f]{1,32}$/),
  }),
});

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

export interface LoadedText {
  readonly label: string;
  readonly text: string;
}

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

export interface ComparisonView {
  readonly comparison: Comparison;
  readonly redline: Redline;
}

/** Several policies at one table: what each covers. `texts` are in the order asked for. */
export interface CompaniesTable
  extends Pick<
    Alignment,
    'documents' | 'topics' | 'coverage' | 'fineTopics' | 'fineCoverage' | 'diagnostics'
  > {
  readonly texts: readonly LoadedText[];
}

/** What each of several policies states; apart from the coverage, which a view needs first. */
export interface CompaniesFacts {
  readonly texts: readonly LoadedText[];
  readonly facts: FactsTable;
}

/** The documents of one company and where they disagree. */
export interface SisterPolicies {
  readonly texts: readonly LoadedText[];
  readonly report: SisterReport;
}

/** What was said of passages of policies of the library, for alignments made elsewhere. */
export interface LinkJudgements {
  /** What the overrides call the policy of each text; null for a text at hand. */
  readonly keys: readonly (string | null)[];
  readonly overrides: readonly LinkOverride[];
}

/** Two policies face to face: which passages of theirs correspond. */
export interface FacingPolicies {
  readonly texts: readonly [LoadedText, LoadedText];
  /** Null for a text at hand, about whose passages nothing can be kept. */
  readonly policyIds: readonly [number | null, number | null];
  readonly alignment: Alignment;
  /** Words of either text that the other says nowhere, to be marked with restraint. */
  readonly particular: readonly [readonly TextRange[], readonly TextRange[]];
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

const searchFilter = z.object({
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

export interface VerifyReport {
  readonly policies: number;
  readonly versions: number;
  readonly problems: readonly { readonly place: string; readonly message: string }[];
}

/** What the window remembers between starts. Unknown or broken values fall back to these defaults. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  author: z.string().max(200).catch(''),
  editorFontSize: z.number().min(8).max(40).catch(14),
  /** Which dictionary the text is checked against; `auto` goes by the text. */
  spelling: z.enum(['auto', 'en-US', 'en-GB', 'off']).catch('auto'),
  /** Words that the writer has taken as right. */
  dictionary: z.array(z.string().max(100)).max(10_000).catch([]),
  /** Panel sizes in percent by panel group id. */
  layout: z.record(z.string(), z.array(z.number())).catch({}),
  /** Small view choices by name: last policy, open panel, comparison mode. */
  view: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).catch({}),
});
export type Settings = z.infer<typeof settingsSchema>;

export type ExportFormat = 'html' | 'pdf' | 'docx' | 'md';

export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
}

/** A company's look, and what in it cannot be read well. */
export interface ShownLook {
  readonly look: CompanyLook;
  readonly warnings: readonly string[];
}

export interface PublishedSite {
  readonly folder: string;
  readonly files: number;
  /** Paths from the folder that are new or have changed. */
  readonly written: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** Versions of what it runs on, for the About box. */
  readonly runtimes: Readonly<Record<string, string>>;
}

/** Which process answers a request. */
export type RequestOwner = 'engine' | 'main';

interface RequestSpec<Owner extends RequestOwner, Args extends z.ZodType, Value> {
  readonly owner: Owner;
  readonly args: Args;
  /** Never called: carries the type of a successful answer. */
  readonly answers?: (value: Value) => Value;
}

function request<Value>() {
  return <Owner extends RequestOwner, Args extends z.ZodType>(
    owner: Owner,
    args: Args,
  ): RequestSpec<Owner, Args, Value> => ({ owner, args });
}

/** CSS and logo of a published page, in place of the company's own. */
const pageTheme = z.object({
  css: z.string().max(600_000).optional(),
  logo: z.string().max(1_000_000).optional(),
});

const siteArgs = z.object({
  job: jobId,
  policyId: id,
  folder: path,
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Publish although a text states another effective date than the library. */
  ignoreDates: z.boolean(),
  /** Write into a folder that holds files of something else. */
  replace: z.boolean(),
  theme: pageTheme.optional(),
});

const nothing = z.object({});

/** Every request by name. Long ones take a `job` under which progress is reported and `job.cancel` stops them. */
export const requests = {
  'library.list': request<LibraryListing>()('engine', nothing),
  'library.verify': request<VerifyReport>()('engine', z.object({ job: jobId })),
  /** Writes a verified backup outside of the library's folder. */
  'library.backup': request<{ readonly file: string; readonly madeAt: string }>()('engine', nothing),
  /** Answered also while the library cannot be opened. */
  'library.backups': request<LibraryBackups>()('engine', nothing),
  /** Puts a backup in the library's place and opens it; what was there is kept beside it. */
  'library.restore': request<RestoredLibrary>()('engine', z.object({ file: path })),
  'company.rename': request<null>()('engine', z.object({ companyId: id, name: z.string().min(1).max(200) })),
  'policy.get': request<PolicyDetail>()('engine', z.object({ policyId: id })),
  /** How much changed with each version, for drawing the history. */
  'policy.changes': request<readonly ChangeSize[]>()('engine', z.object({ policyId: id })),
  'policy.create': request<{ policyId: number }>()(
    'engine',
    z.object({ company: z.string().min(1).max(200), name: z.string().min(1).max(200), text }),
  ),
  'policy.rename': request<null>()('engine', z.object({ policyId: id, name: z.string().min(1).max(200) })),
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
  'text.inspect': request<Inspection>()('engine', z.object({ ref: textReference })),
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
  'compare.run': request<ComparisonView>()(
    'engine',
    z.object({ job: jobId, a: textReference, b: textReference }),
  ),
  /** The same as one string for the window (shared/compare/packed-view.ts). */
  'compare.view': request<string>()('engine', z.object({ job: jobId, a: textReference, b: textReference })),
  'align.table': request<CompaniesTable>()(
    'engine',
    z.object({ job: jobId, texts: z.array(textReference).min(1).max(40) }),
  ),
  'align.facts': request<CompaniesFacts>()(
    'engine',
    z.object({ job: jobId, texts: z.array(textReference).min(1).max(40) }),
  ),
  'align.sisters': request<SisterPolicies>()(
    'engine',
    z.object({ job: jobId, texts: z.array(textReference).min(1).max(40) }),
  ),
  'align.pair': request<FacingPolicies>()(
    'engine',
    z.object({ job: jobId, a: textReference, b: textReference }),
  ),
  'align.judgements': request<LinkJudgements>()(
    'engine',
    z.object({ texts: z.array(textReference).min(1).max(40) }),
  ),
  /** Policies side by side as a file: a page or a workbook of everything, or one table as CSV. */
  'align.report': request<string | Uint8Array>()(
    'engine',
    z.object({
      job: jobId,
      texts: z.array(textReference).min(1).max(40),
      form: z.enum(['html', 'xlsx', 'coverage-csv', 'facts-csv']),
    }),
  ),
  /** Keeps that two passages of two policies correspond, or do not; null takes back what was said. */
  'align.judge': request<null>()(
    'engine',
    z.object({
      verdict: z.enum(['confirmed', 'broken']).nullable(),
      from: policyPassage,
      to: policyPassage,
    }),
  ),
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
  /** The age of each passage of a version, or of a draft begun from it, for the margin of the editor. */
  'lifeline.ages': request<readonly PassageAge[]>()(
    'engine',
    z.object({ versionId: id, draft: text.optional() }),
  ),
  'import.survey': request<ImportSurvey>()('engine', z.object({ paths: z.array(path).min(1).max(10_000) })),
  /** What an import would bring in; `history` takes repositories with their commits. */
  'import.preview': request<ImportPreview>()(
    'engine',
    z.object({ job: jobId, paths: z.array(path).min(1).max(10_000), history: z.boolean() }),
  ),
  /** From which version each word of a version comes, through edits, moves, splits, joins and returns. */
  'lifeline.origins': request<readonly OriginSpan[]>()('engine', z.object({ job: jobId, versionId: id })),
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
      /** Of Word documents with tracked changes, which text becomes a version; both when not said. */
      tracked: z.enum(['before', 'after', 'both']).optional(),
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
  /** A policy's chain of versions as JSON that a third party can check (docs/proof-bundle.md). */
  'policy.proof': request<string>()('engine', z.object({ policyId: id })),
  /** The published page as one HTML string; the preview shows exactly this. */
  'publish.html': request<string>()('engine', z.object({ ref: textReference, theme: pageTheme.optional() })),
  /** The published text as a Word file. */
  'publish.docx': request<Uint8Array>()('engine', z.object({ ref: textReference })),
  /** The comparison as a Word file with tracked changes; `author` is who Word names for them. */
  'publish.comparisonDocx': request<Uint8Array>()(
    'engine',
    z.object({ a: textReference, b: textReference, author: z.string().max(200) }),
  ),
  /** Writes the site of a policy's whole history into a folder; only files that changed are touched. */
  'publish.site': request<PublishedSite>()('engine', siteArgs),
  /** How a company's published pages look, and what of it is hard to read. */
  'look.get': request<ShownLook>()('engine', z.object({ companyId: id })),
  /** Changes some of it. Files are read into the library; null removes the logo or the CSS. */
  'look.set': request<ShownLook>()(
    'engine',
    z.object({
      companyId: id,
      theme: z.enum(THEME_NAMES).optional(),
      accent: z.union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/i)]).optional(),
      logoFile: path.nullish(),
      cssFile: path.nullish(),
    }),
  ),
  /** The comparison as a page whose filters are set as the selection says; all changes are in it. */
  'publish.comparisonHtml': request<string>()(
    'engine',
    z.object({
      job: jobId.optional(),
      a: textReference,
      b: textReference,
      selection: changeSelection.optional(),
    }),
  ),
  /** The comparison as plain text: a unified patch of lines, CriticMarkup, or the JSON of `codicil compare --json`. */
  'publish.comparisonText': request<string>()(
    'engine',
    z.object({ a: textReference, b: textReference, form: z.enum(['patch', 'critic', 'json']) }),
  ),
  /** Writes whole or not at all; replaces an existing file only when `replace` is set (the save dialog has asked). */
  'export.write': request<WrittenFile>()(
    'engine',
    z.object({ path, content: z.union([text, z.instanceof(Uint8Array)]), replace: z.boolean() }),
  ),
  'job.cancel': request<null>()('engine', z.object({ job: jobId })),

  'app.info': request<AppInfo>()('main', nothing),
  'settings.get': request<Settings>()('main', nothing),
  'settings.set': request<null>()('main', z.object({ settings: settingsSchema.partial() })),
  /** Asks for files, or for a folder, to import; empty when the user cancels. */
  'dialog.chooseImport': request<readonly string[]>()(
    'main',
    z.object({ what: z.enum(['files', 'folder']) }),
  ),
  /** Asks for the folder of a site, a logo or a theme's CSS; null when the user cancels. */
  'dialog.choosePublish': request<string | null>()(
    'main',
    z.object({ what: z.enum(['site-folder', 'logo', 'css']) }),
  ),
  /** Writes a site as the engine's `publish.site` does; its folder may then be shown. */
  'export.site': request<PublishedSite>()('main', siteArgs),
  /** Asks where to save, exports, and says what was written; null when the user cancels. */
  'export.policy': request<WrittenFile | null>()(
    'main',
    z.object({
      job: jobId,
      ref: textReference,
      format: z.enum(['html', 'pdf', 'docx', 'md']),
      suggestedName: z.string().max(200),
    }),
  ),
  'export.comparison': request<WrittenFile | null>()(
    'main',
    z.object({
      job: jobId,
      a: textReference,
      b: textReference,
      format: z.enum(['html', 'pdf', 'docx', 'patch', 'critic', 'json']),
      /** For the page and the PDF. The other forms are for work with both texts and always have all changes. */
      selection: changeSelection.optional(),
      suggestedName: z.string().max(200),
    }),
  ),
  'export.companies': request<WrittenFile | null>()(
    'main',
    z.object({
      job: jobId,
      texts: z.array(textReference).min(1).max(40),
      form: z.enum(['html', 'pdf', 'xlsx', 'coverage-csv', 'facts-csv']),
      suggestedName: z.string().max(200),
    }),
  ),
  /** The proof bundle of a policy as a file; null when the user cancels. */
  'export.proof': request<WrittenFile | null>()(
    'main',
    z.object({ policyId: id, suggestedName: z.string().max(200) }),
  ),
  'print.policy': request<null>()('main', z.object({ ref: textReference })),
  /** Opens http, https and mailto addresses outside the app, after asking. */
  'link.open': request<{ readonly opened: boolean }>()('main', z.object({ url: z.string().max(4096) })),
  /** Shows a file that Codicil has just written in the system's file manager. */
  'file.reveal': request<null>()('main', z.object({ path })),
  /** The answer to a `window.closing` event: every draft is on the disk, the window may go. */
  'window.closed': request<null>()('main', nothing),
} as const;

export type RequestName = keyof typeof requests;
export type RequestArgs<Name extends RequestName> = z.infer<(typeof requests)[Name]['args']>;
export type RequestValue<Name extends RequestName> =
  (typeof requests)[Name] extends RequestSpec<RequestOwner, z.ZodType, infer Value> ? Value : never;
/** Requests that the engine answers. */
export type EngineRequest = {
  [Name in RequestName]: (typeof requests)[Name]['owner'] extends 'engine' ? Name : never;
}[RequestName];

/** Requests of the engine's process rather than of an open library. */
export type KeeperRequest = 'library.backups' | 'library.restore';

/** Commands of the application menu that act inside the window. */
export const menuCommands = [
  'policy.new',
  'policy.import',
  'version.save',
  'view.editor',
  'view.preview',
  'view.history',
  'view.compare',
  'view.companies',
  'view.search',
  'compare.next',
  'compare.previous',
  'export.site',
  'publish.look',
  'export.html',
  'export.pdf',
  'export.docx',
  'export.markdown',
  'print',
  'library.verify',
  'library.backup',
  'library.restore',
  'policy.proof',
  'policy.import-folder',
  'app.about',
  'app.shortcuts',
  'app.settings',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** Everything the other processes tell the window unasked. */
export interface Events {
  'job.progress': {
    readonly job: string;
    readonly done: number;
    readonly total: number;
    readonly message: string;
  };
  'library.changed': { readonly policyId: number | null };
  'clauses.changed': Record<string, never>;
  'profile.changed': { readonly profile: HouseProfile };
  /** The engine stopped or could not open the library; the editor keeps its text and says so. */
  'engine.status': { readonly state: 'starting' | 'ready' | 'stopped'; readonly message: string };
  'menu.command': { readonly command: MenuCommand };
  'theme.changed': { readonly dark: boolean };
  /** The window is about to close: save the draft, then call `window.closed`. */
  'window.closing': Record<string, never>;
}
export type EventName = keyof Events;
