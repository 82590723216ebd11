import { Building2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LibraryListing } from '../../shared/ipc/library-requests.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Segmented } from '../components/segmented.tsx';
import { CompaniesExport } from './companies-export.tsx';
import { FacingPlace } from './facing-place.tsx';
import { SeatPicker } from './seat-picker.tsx';
import { firstSeats, listSeats, type Seat } from './seats.ts';
import { SistersPlace } from './sisters-place.tsx';
import { CoveragePlace, FactsPlace } from './table-place.tsx';
import './companies.css';

interface CompaniesViewProps {
  readonly listing: LibraryListing;
  /** The open policy, which is at the table from the start. */
  readonly policyId: number | null;
}

/** What the view shows of the policies at the table. */
export type CompaniesMode = 'facing' | 'coverage' | 'facts' | 'sisters';

const MODES = [
  { value: 'coverage', label: 'Coverage' },
  { value: 'facts', label: 'Facts' },
  { value: 'facing', label: 'Passages' },
  { value: 'sisters', label: 'Own documents' },
] as const;

/** Policies of several companies side by side: what each covers, what each states, and which passages correspond. */
export function CompaniesView({ listing, policyId }: CompaniesViewProps): ReactNode {
  const seats = listSeats(listing.companies);
  const [mode, setMode] = useState<CompaniesMode>('coverage');
  const [picked, setPicked] = useState<ReadonlySet<number> | null>(null);
  const chosen = picked ? seats.filter((seat) => picked.has(seat.policyId)) : firstSeats(seats, policyId);
  return (
    <section className="co" aria-label="Companies side by side">
      <header className="co-bar">
        <SeatPicker
          seats={seats}
          chosen={chosen}
          onChoose={(next) => setPicked(new Set(next.map((seat) => seat.policyId)))}
        />
        <Segmented label="What to show" segments={MODES} value={mode} onChange={setMode} />
        <span className="cmp-space" />
        <CompaniesExport seats={chosen} />
      </header>
      {mode === 'sisters' ? (
        <SistersPlace seats={seats} policyId={policyId} />
      ) : chosen.length < 2 ? (
        <EmptyState icon={Building2} title="Choose two policies or more">
          Their latest versions are set side by side: what each covers, what each states, and which passages
          correspond.
        </EmptyState>
      ) : (
        <Place seats={chosen} mode={mode} />
      )}
    </section>
  );
}

function Place({
  seats,
  mode,
}: {
  readonly seats: readonly Seat[];
  readonly mode: Exclude<CompaniesMode, 'sisters'>;
}): ReactNode {
  switch (mode) {
    case 'coverage':
      return <CoveragePlace seats={seats} />;
    case 'facts':
      return <FactsPlace seats={seats} />;
    case 'facing':
      return <FacingPlace seats={seats} />;
  }
}
