import { EmptyState } from '../../components/empty-state.tsx';
import type { Analysis } from '../text-analysis.ts';
import { PeriodsGrid } from './periods-grid.tsx';
import { PracticesGrid } from './practices-grid.tsx';
import './data-panel.css';

/** What data the text says is processed, and every period it commits to. */
export function DataPanel({ analysis }: { readonly analysis: Analysis }) {
  return (
    <div className="data-panel">
      <section className="data-group" aria-label="Data practices">
        <h3>What is processed</h3>
        <PracticesGrid analysis={analysis} />
      </section>
      <section className="data-group" aria-label="Time commitments">
        <h3>Periods</h3>
        {analysis.inspection.timeCommitments.length === 0 ? (
          <EmptyState place="panel" title="No time commitments">
            Retention, deletion, notice and response periods appear here when the text states them in numbers.
          </EmptyState>
        ) : (
          <PeriodsGrid commitments={analysis.inspection.timeCommitments} />
        )}
      </section>
    </div>
  );
}
