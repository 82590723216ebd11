import { type ReactNode, useMemo, useState } from 'react';
import type { FactValue } from '../../shared/align/facts-table.ts';
import { plotPeriods } from '../../shared/align/period-plot.ts';
import type { CompaniesFacts, CompaniesTable } from '../../shared/ipc/companies-requests.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import { CoverageMatrix, type OpenCell } from './coverage-matrix.tsx';
import { FactsView } from './facts-view.tsx';
import { JobPlace } from './job-place.tsx';
import type { OpenPassage } from './passage-panel.tsx';
import { PeriodPlotView } from './period-plot-view.tsx';
import type { Seat } from './seats.ts';
import { UnreadNotices } from './unread-notices.tsx';
import { type Opened, WithPassages } from './with-passages.tsx';

interface PlaceProps {
  readonly seats: readonly Seat[];
}

/** The coverage matrix of the policies at the table, with the passages of a cell beside it. */
export function CoveragePlace({ seats }: PlaceProps): ReactNode {
  const { job } = useEngineJob('align.table', { texts: seats.map((seat) => seat.ref) });
  return (
    <JobPlace job={job} label="Reading the policies">
      {(table) => <Coverage table={table} seats={seats} />}
    </JobPlace>
  );
}

/** The facts table of the policies at the table, with the passage of a value beside it. */
export function FactsPlace({ seats }: PlaceProps): ReactNode {
  const { job } = useEngineJob('align.facts', { texts: seats.map((seat) => seat.ref) });
  return (
    <JobPlace job={job} label="Reading what the policies state">
      {(stated) => <Facts stated={stated} seats={seats} />}
    </JobPlace>
  );
}

function Coverage({ table, seats }: PlaceProps & { readonly table: CompaniesTable }): ReactNode {
  const [open, setOpen] = useState<OpenCell | null>(null);
  const opened = open
    ? {
        document: open.cell.document,
        subject: open.topic.name,
        passages: open.cell.passages,
        lookedFor: open.topic.lookedFor,
      }
    : null;
  return (
    <WithPassages opened={opened} seats={seats} texts={table.texts} onClose={() => setOpen(null)}>
      <UnreadNotices diagnostics={table.diagnostics} />
      <CoverageMatrix table={table} seats={seats} open={open} onOpen={setOpen} />
    </WithPassages>
  );
}

function Facts({ stated, seats }: PlaceProps & { readonly stated: CompaniesFacts }): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null);
  const plot = useMemo(() => plotPeriods(stated.facts), [stated]);
  const open = (document: number, subject: string, passage: OpenPassage) =>
    setOpened({ document, subject, passages: [passage], lookedFor: [] });
  return (
    <WithPassages opened={opened} seats={seats} texts={stated.texts} onClose={() => setOpened(null)}>
      <UnreadNotices diagnostics={stated.facts.diagnostics} />
      {plot ? (
        <PeriodPlotView
          plot={plot}
          seats={seats}
          onOpen={(document, value) => open(document, value.text, passageOf(value))}
        />
      ) : null}
      <FactsView
        facts={stated.facts}
        seats={seats}
        onOpen={(document, value) => open(document, value.text, passageOf(value))}
        onOpenLines={(document, fromLine, toLine) =>
          open(document, 'No value stated', { fromLine, toLine, evidence: [] })
        }
      />
    </WithPassages>
  );
}

function passageOf({ fromLine, toLine, range }: FactValue): OpenPassage {
  return { fromLine, toLine, evidence: range ? [range] : [] };
}
