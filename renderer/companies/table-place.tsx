import { type ReactNode, useState } from 'react';
import type { CompaniesTable } from '../../shared/ipc/contract.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import { CoverageMatrix, type OpenCell } from './coverage-matrix.tsx';
import { FactsView } from './facts-view.tsx';
import { JobPlace } from './job-place.tsx';
import { type OpenPassage, PassagePanel } from './passage-panel.tsx';
import type { Seat } from './seats.ts';

interface TablePlaceProps {
  readonly seats: readonly Seat[];
  readonly mode: 'coverage' | 'facts';
}

/** The tables of all policies that were chosen, with the passages of a cell beside them. */
export function TablePlace({ seats, mode }: TablePlaceProps): ReactNode {
  const { job } = useEngineJob('align.table', { texts: seats.map((seat) => seat.ref) });
  return (
    <JobPlace job={job} label="Reading the policies">
      {(table) => <Tables key={mode} table={table} seats={seats} mode={mode} />}
    </JobPlace>
  );
}

interface Opened {
  readonly document: number;
  readonly subject: string;
  readonly passages: readonly OpenPassage[];
  readonly lookedFor: readonly string[];
  readonly cell: OpenCell | null;
}

function Tables({ table, seats, mode }: TablePlaceProps & { readonly table: CompaniesTable }): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null);
  const text = opened ? table.texts[opened.document] : undefined;
  const seat = opened ? seats[opened.document] : undefined;
  const openLines = (document: number, fromLine: number, toLine: number) =>
    setOpened({
      document,
      subject: 'No value stated',
      passages: [{ fromLine, toLine, evidence: [] }],
      lookedFor: [],
      cell: null,
    });
  return (
    <div className="co-body">
      <div className="co-tables">
        {mode === 'coverage' ? (
          <CoverageMatrix
            table={table}
            seats={seats}
            open={opened?.cell ?? null}
            onOpen={(cell) => setOpened(openedCell(cell))}
          />
        ) : (
          <FactsView
            facts={table.facts}
            seats={seats}
            onOpenLines={openLines}
            onOpen={(document, value) =>
              setOpened({
                document,
                subject: value.text,
                passages: [
                  {
                    fromLine: value.fromLine,
                    toLine: value.toLine,
                    evidence: value.range ? [value.range] : [],
                  },
                ],
                lookedFor: [],
                cell: null,
              })
            }
          />
        )}
      </div>
      {opened && text && seat ? (
        <PassagePanel
          title={`${seat.company} ${seat.policy}`}
          subject={opened.subject}
          text={text}
          passages={opened.passages}
          lookedFor={opened.lookedFor}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  );
}

function openedCell(open: OpenCell): Opened {
  const { cell, topic } = open;
  return {
    document: cell.document,
    subject: topic.name,
    passages: cell.passages,
    lookedFor: topic.lookedFor,
    cell: open,
  };
}
