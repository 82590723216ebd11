import { ChevronDown, ChevronRight } from 'lucide-react';
import { createElement, Fragment, type ReactNode, useState } from 'react';
import type { AlignmentTopic, CoverageCell, CoverageStatus } from '../../shared/align/alignment.ts';
import type { CompaniesTable } from '../../shared/ipc/companies-requests.ts';
import { toggled } from '../compare/change-filter.ts';
import type { Seat } from './seats.ts';

/** A cell of the matrix that was opened, with what its row looks for. */
export interface OpenCell {
  readonly cell: CoverageCell;
  readonly topic: AlignmentTopic;
}

interface CoverageMatrixProps {
  readonly table: CompaniesTable;
  readonly seats: readonly Seat[];
  readonly open: OpenCell | null;
  readonly onOpen: (cell: OpenCell) => void;
}

/** With more policies the words of the cells give way to more columns; a legend and the names for screen readers stay. */
const MOST_WITH_WORDS = 8;

const STATUS_NAMES: Readonly<Record<CoverageStatus, string>> = {
  covered: 'Covered',
  mentioned: 'Mentioned',
  absent: 'Absent',
  unread: 'Not read',
};

/** Policies by topics: what each covers, mentions or leaves out. Every cell opens what it stands on. */
export function CoverageMatrix({ table, seats, open, onOpen }: CoverageMatrixProps): ReactNode {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const cells = new Map(
    [...table.coverage, ...table.fineCoverage].map((cell) => [`${cell.topic}/${cell.document}`, cell]),
  );
  const isDense = seats.length > MOST_WITH_WORDS;
  const rowOf = (topic: AlignmentTopic, head: ReactNode) => (
    <tr key={topic.id} data-fine={topic.parent === null ? undefined : ''}>
      <th scope="row">{head}</th>
      {seats.map((seat, document) => {
        const cell = cells.get(`${topic.id}/${document}`);
        if (!cell) return <td key={seat.policyId} />;
        if (cell.status === 'unread')
          return (
            <td key={seat.policyId}>
              <span className="fact-absent">{STATUS_NAMES.unread}</span>
            </td>
          );
        return (
          <td key={seat.policyId}>
            <button
              type="button"
              className="cov-cell"
              data-status={cell.status}
              aria-pressed={open?.cell === cell}
              title={isDense ? `${seat.company}: ${STATUS_NAMES[cell.status]}` : undefined}
              onClick={() => onOpen({ cell, topic })}
            >
              <span className="cov-sign" aria-hidden />
              <span className={isDense ? 'visually-hidden' : undefined}>{STATUS_NAMES[cell.status]}</span>
              {cell.passages.length > 0 ? <span className="cov-count">{cell.passages.length}</span> : null}
            </button>
          </td>
        );
      })}
    </tr>
  );
  return (
    <>
      {isDense ? <Legend /> : null}
      <table className="co-table" aria-label="Coverage of topics" {...(isDense ? { 'data-dense': '' } : {})}>
        <TableHead first="Topic" seats={seats} />
        <tbody>
          {table.topics.flatMap((topic) => {
            const isOpen = unfolded.has(topic.id);
            const fold = () => setUnfolded(toggled(unfolded, topic.id));
            const fine = isOpen ? table.fineTopics.filter(({ parent }) => parent === topic.id) : [];
            const head = createElement(TopicHead, { name: topic.name, isOpen, onToggle: fold });
            return [rowOf(topic, head), ...fine.map((below) => rowOf(below, below.name))];
          })}
        </tbody>
      </table>
    </>
  );
}

/** What the signs mean where there is no room for their words. */
function Legend(): ReactNode {
  return (
    <p className="cov-legend" aria-hidden>
      {(['covered', 'mentioned', 'absent'] as const).map((status) => (
        <Fragment key={status}>
          <span className="cov-sign" data-status={status} />
          {STATUS_NAMES[status]}
        </Fragment>
      ))}
      <span>· the number counts passages</span>
    </p>
  );
}

interface TopicHeadProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One of the ten categories; pressing it shows the finer topics below it. */
function TopicHead({ name, isOpen, onToggle }: TopicHeadProps): ReactNode {
  const Sign = isOpen ? ChevronDown : ChevronRight;
  return (
    <button type="button" className="cov-topic" aria-expanded={isOpen} onClick={onToggle}>
      <Sign aria-hidden size={14} />
      {name}
    </button>
  );
}

/** The head row that the tables of several policies share. */
export function TableHead({
  first,
  seats,
}: {
  readonly first: string;
  readonly seats: readonly Seat[];
}): ReactNode {
  const names = new Set(seats.map(({ policy }) => policy));
  // In narrow columns a name that all share would be cut short in each; it stands once, over the rows.
  const shared = seats.length > MOST_WITH_WORDS && names.size === 1 ? [...names][0] : undefined;
  return (
    <thead>
      <tr>
        <th scope="col">
          {first}
          {shared ? <span className="co-policy">{shared}</span> : null}
        </th>
        {seats.map((seat) => (
          <th key={seat.policyId} scope="col" title={`${seat.company} ${seat.policy}`}>
            <span className="co-company">{seat.company}</span>
            {shared ? null : <span className="co-policy">{seat.policy}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}
