import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useServices } from '../app/services.ts';
import { formatCount, formatDate, formatInstant } from '../components/format-date.ts';
import { type OpenMenu, PopupMenu } from '../components/popup-menu.tsx';
import type { OverviewColumn, OverviewOrder, OverviewRow } from './overview-rows.ts';
import { treeMenu } from './tree-menu.ts';
import { type YearSpan, YearsPlot } from './years-plot.tsx';

const COLUMNS: readonly { readonly by: OverviewColumn; readonly title: string }[] = [
  { by: 'policy', title: 'Policy' },
  { by: 'versions', title: 'Versions' },
  { by: 'effective', title: 'Effective' },
  { by: 'saved', title: 'Last version saved' },
  { by: 'words', title: 'Words' },
];

interface OverviewTableProps {
  readonly rows: readonly OverviewRow[];
  readonly order: OverviewOrder;
  readonly onOrder: (order: OverviewOrder) => void;
}

/** The one menu of the table: a menu for each row would cost more than all the rest of a long list. */
interface RowMenu extends OpenMenu {
  readonly row: OverviewRow;
}

/** Policies by row, with one scale of years for all of them. */
export function OverviewTable({ rows, order, onOrder }: OverviewTableProps) {
  const services = useServices();
  const span = spanOf(rows);
  const [menu, setMenu] = useState<RowMenu | null>(null);
  return (
    <div className="overview-table">
      <table>
        <thead>
          <tr>
            {COLUMNS.map(({ by, title }) => (
              <ColumnHead
                key={by}
                by={by}
                title={by === 'versions' ? titleWithYears(title, span) : title}
                order={order}
                onOrder={onOrder}
              />
            ))}
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PolicyRow key={row.policy.id} row={row} span={span} onMenu={setMenu} />
          ))}
        </tbody>
      </table>
      {menu ? (
        <PopupMenu
          label={`${menu.row.policy.name}, ${menu.row.company.name}`}
          at={menu}
          entries={treeMenu({ kind: 'policy', name: menu.row.policy.name, ...menu.row }, services)}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </div>
  );
}

function spanOf(rows: readonly OverviewRow[]): YearSpan {
  const years = rows.flatMap(({ policy }) => policy.years.map(({ year }) => year));
  return { first: Math.min(...years), last: Math.max(...years) };
}

/** The plots below have no room for numbers. */
function titleWithYears(title: string, { first, last }: YearSpan): string {
  return first < last ? `${title}, ${first} to ${last}` : title;
}

interface ColumnHeadProps extends Omit<OverviewTableProps, 'rows'> {
  readonly by: OverviewColumn;
  readonly title: string;
}

/** Names are best read from A, dates and counts from the newest and the largest. */
function ColumnHead({ by, title, order, onOrder }: ColumnHeadProps) {
  const isChosen = order.by === by;
  const Arrow = order.ascending ? ArrowUp : ArrowDown;
  const ascending = isChosen ? !order.ascending : by === 'policy';
  return (
    <th
      scope="col"
      data-column={by}
      aria-sort={isChosen ? (order.ascending ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" onClick={() => onOrder({ by, ascending })}>
        {title}
        {isChosen ? <Arrow aria-hidden size={13} /> : null}
      </button>
    </th>
  );
}

interface PolicyRowProps {
  readonly row: OverviewRow;
  readonly span: YearSpan;
  readonly onMenu: (menu: RowMenu) => void;
}

function PolicyRow({ row, span, onMenu }: PolicyRowProps) {
  const { session, navigator } = useServices();
  const { company, policy, isDraft, daysAhead } = row;
  const { latest } = policy;
  const open = (): void => {
    navigator.show('editor');
    void session.open(policy.id);
  };
  return (
    <tr
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ row, x: event.clientX, y: event.clientY });
      }}
    >
      <td data-column="policy">
        <button type="button" className="overview-open" onClick={open}>
          {policy.name}
        </button>
        {isDraft ? <span className="overview-draft">Draft</span> : null}
        <span className="overview-company">{company.name}</span>
      </td>
      <td data-column="versions">
        <span className="overview-count">{policy.versions}</span>
        {policy.years.length > 0 ? <YearsPlot years={policy.years} span={span} /> : null}
      </td>
      <td data-column="effective">
        {latest?.effectiveDate ? (
          formatDate(latest.effectiveDate)
        ) : (
          <span className="overview-none">not stated</span>
        )}
        {daysAhead === null ? null : (
          <span className="overview-ahead">in {formatCount(daysAhead, 'day')}</span>
        )}
      </td>
      <td data-column="saved">
        {latest ? formatInstant(latest.savedAt) : <span className="overview-none">no version</span>}
        {latest?.note ? <span className="overview-note">{latest.note}</span> : null}
      </td>
      <td data-column="words">{latest?.words.toLocaleString('en-GB')}</td>
      <td>
        <button
          type="button"
          className="button button-icon"
          aria-haspopup="menu"
          aria-label={`More for ${policy.name}, ${company.name}`}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            onMenu({ row, x: left, y: bottom });
          }}
        >
          <Ellipsis aria-hidden size={16} />
        </button>
      </td>
    </tr>
  );
}
