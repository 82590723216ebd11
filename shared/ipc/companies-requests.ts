import { z } from 'zod';
import type { Alignment, LinkOverride } from '../align/alignment.ts';
import type { FactsTable } from '../align/facts-table.ts';
import type { SisterReport } from '../align/sister-documents.ts';
import type { TextRange } from '../model/text.ts';
import { policyPassage } from './history-requests.ts';
import { request } from './request.ts';
import { jobId, textReference } from './schemas.ts';
import type { LoadedText } from './writing-requests.ts';

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

/** Policies of several companies side by side. */
export const companiesRequests = {
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
} as const;
