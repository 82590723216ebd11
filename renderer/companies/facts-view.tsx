import type { ReactNode } from 'react';
import type { FactCell, FactsTable, FactValue } from '../../shared/align/facts-table.ts';
import { TableHead } from './coverage-matrix.tsx';
import type { Seat } from './seats.ts';

/** Widths in CSS pixels: of the column of names, and the least of one policy's. */
const FIRST_COLUMN = 230;
const COLUMN = 172;

interface FactsViewProps {
  readonly facts: FactsTable;
  readonly seats: readonly Seat[];
  readonly onOpen: (document: number, value: FactValue) => void;
  readonly onOpenLines: (document: number, fromLine: number, toLine: number) => void;
}

/** What each policy states, row by row; a value that only one states is marked, and every value opens its place. */
export function FactsView({ facts, seats, onOpen, onOpenLines }: FactsViewProps): ReactNode {
  return (
    <>
      <table className="co-table" data-even aria-label="Facts" style={evenWidth(seats)}>
        <TableHead first="Fact" seats={seats} />
        <tbody>
          {facts.rows.map((row) => {
            const counts = countKeys(row.cells);
            const most = Math.max(
              ...row.cells.flatMap(({ values }) => values.map(({ key }) => Number(key) || 0)),
            );
            return (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell) => (
                  <td key={seats[cell.document]?.policyId}>
                    {row.id === 'vendors' && cell.values.length > 0 ? (
                      <VendorCount facts={facts} document={cell.document} />
                    ) : (
                      <Cell
                        cell={cell}
                        isShared={(value) => (counts.get(value.key) ?? 0) > 1}
                        most={most}
                        onOpen={onOpen}
                        onOpenLines={onOpenLines}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {facts.vendors.length > 0 ? <Vendors facts={facts} seats={seats} onOpen={onOpen} /> : null}
    </>
  );
}

/** Columns of one width in both tables, so that a policy stays in its column from one to the other. */
function evenWidth({ length }: readonly Seat[]): { readonly width: string } {
  return { width: `max(100%, ${FIRST_COLUMN + length * COLUMN}px)` };
}

interface CellProps extends Pick<FactsViewProps, 'onOpen' | 'onOpenLines'> {
  readonly cell: FactCell;
  readonly isShared: (value: FactValue) => boolean;
  /** The greatest count of the row; bars are drawn against it. */
  readonly most: number;
}

function Cell({ cell, isShared, most, onOpen, onOpenLines }: CellProps): ReactNode {
  const [passage] = cell.passages;
  if (cell.status === 'absent') return <span className="fact-absent">Not stated</span>;
  if (cell.status === 'unread') return <span className="fact-absent">Not read</span>;
  if (cell.status === 'unquantified' && passage)
    return (
      <button
        type="button"
        className="fact fact-absent"
        onClick={() => onOpenLines(cell.document, passage.fromLine, passage.toLine)}
      >
        No value stated
      </button>
    );
  return (
    <ul className="fact-values">
      {sameTogether(cell.values).map(([value, ...again]) => (
        <li key={`${value.key} ${value.fromLine}`}>
          {value.range ? (
            <button
              type="button"
              className="fact"
              data-shared={isShared(value) || undefined}
              title={value.quote}
              onClick={() => onOpen(cell.document, value)}
            >
              {value.text}
            </button>
          ) : (
            <Measure value={value} most={most} />
          )}
          {again.map((other, index) => (
            <button
              key={other.range?.from}
              type="button"
              className="fact fact-again"
              title={other.quote}
              aria-label={`${other.text}, place ${index + 2}`}
              onClick={() => onOpen(cell.document, other)}
            >
              {index + 2}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A value that is stated in several places is shown once, with its further places behind it. */
function sameTogether(values: readonly FactValue[]): (readonly [FactValue, ...FactValue[]])[] {
  const groups = new Map<string, [FactValue, ...FactValue[]]>();
  for (const value of values) {
    const key = `${value.key}\n${value.text}`;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}

/** A count of the whole text, with a bar against the longest of the row. */
function Measure({ value, most }: { readonly value: FactValue; readonly most: number }): ReactNode {
  const share = Number(value.key) / most;
  return (
    <div className="fact-measure" title={value.detail || undefined}>
      {value.text}
      {share > 0 ? (
        <svg className="fact-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
          <rect width={share * 100} height={4} />
        </svg>
      ) : null}
    </div>
  );
}

/** How many vendors a policy names; which ones is the table below. */
function VendorCount({
  facts,
  document,
}: {
  readonly facts: FactsTable;
  readonly document: number;
}): ReactNode {
  const own = facts.vendors.filter(({ namedBy }) => namedBy.some((item) => item.document === document));
  const shared = own.filter(({ namedBy }) => namedBy.length > 1).length;
  return <span className="fact-count">{`${own.length} named, ${shared} in common`}</span>;
}

/** Who names which vendor, those in common first. */
function Vendors({ facts, seats, onOpen }: Omit<FactsViewProps, 'onOpenLines'>): ReactNode {
  return (
    <table className="co-table" data-even aria-label="Vendors" style={evenWidth(seats)}>
      <TableHead first="Vendor" seats={seats} />
      <tbody>
        {facts.vendors.map((vendor) => (
          <tr key={vendor.name} data-shared={vendor.namedBy.length > 1 || undefined}>
            <th scope="row">{vendor.name}</th>
            {seats.map((seat, document) => {
              const naming = vendor.namedBy.find((item) => item.document === document);
              return (
                <td key={seat.policyId}>
                  {naming ? (
                    <button type="button" className="fact" onClick={() => onOpen(document, naming.value)}>
                      {naming.value.detail || naming.value.text}
                    </button>
                  ) : (
                    <span className="fact-absent">–</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countKeys(cells: readonly FactCell[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells)
    for (const key of new Set(cell.values.map((value) => value.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
