import { z } from 'zod';
import type { Comparison } from '../compare/comparison.ts';
import type { Redline } from '../compare/redline.ts';
import { request } from './request.ts';
import { jobId, textReference } from './schemas.ts';

export interface ComparisonView {
  readonly comparison: Comparison;
  readonly redline: Redline;
}

/** Two texts compared. */
export const comparisonRequests = {
  'compare.run': request<ComparisonView>()(
    'engine',
    z.object({ job: jobId, a: textReference, b: textReference }),
  ),
  /** The same as one string for the window (shared/compare/packed-view.ts). */
  'compare.view': request<string>()('engine', z.object({ job: jobId, a: textReference, b: textReference })),
} as const;
