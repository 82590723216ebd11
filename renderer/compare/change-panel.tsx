import { type ReactNode, useState } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { type ChangeFilter, isOpen, NO_FILTER } from './change-filter.ts';
import { ChangeFilters } from './change-filters.tsx';
import type { ChangeEntry } from './change-index.ts';
import { ChangeList } from './change-list.tsx';
import { countOf } from './change-words.ts';

interface ChangePanelProps {
  /** Stands above the list. */
  readonly head?: ReactNode;
  readonly entries: readonly ChangeEntry[];
  readonly shown: readonly ChangeEntry[];
  readonly notShown: readonly ChangeEntry[];
  readonly filter: ChangeFilter;
  readonly onFilter: (filter: ChangeFilter) => void;
  readonly current: number | null;
  readonly onChoose: (entry: ChangeEntry) => void;
}

/** The change list with its filters; what the filters leave out is counted and one press away. */
export function ChangePanel(props: ChangePanelProps): ReactNode {
  const { entries, shown, notShown, filter, onFilter, current, onChoose } = props;
  const [listsHidden, setListsHidden] = useState(false);
  const hidden = listsHidden && notShown.length > 0;
  const listed = hidden ? notShown : shown;
  return (
    <aside className="cmp-panel" aria-label="Changes">
      <div className="cmp-panel-top">
        <div className="cmp-panel-head">
          <h2>{countOf(entries.length, 'change')}</h2>
          {isOpen(filter) ? null : (
            <button type="button" className="cmp-textual" onClick={() => onFilter(NO_FILTER)}>
              Show all
            </button>
          )}
        </div>
        {props.head}
        <ChangeFilters entries={entries} filter={filter} onChange={onFilter} />
        {notShown.length > 0 ? (
          <p className="cmp-not-shown" role="status">
            {countOf(notShown.length, 'change')} not shown.{' '}
            <button type="button" className="cmp-textual" onClick={() => setListsHidden(!hidden)}>
              {hidden ? 'List the shown ones' : 'List them'}
            </button>
          </p>
        ) : null}
      </div>
      {listed.length > 0 ? (
        <ChangeList
          label={hidden ? 'Changes not shown' : 'Changes'}
          entries={listed}
          current={current}
          onChoose={onChoose}
        />
      ) : (
        <EmptyState place="panel" title={entries.length > 0 ? 'The filters leave nothing' : 'No changes'}>
          {entries.length > 0 ? 'Every change is of a kind that is switched off.' : null}
        </EmptyState>
      )}
    </aside>
  );
}
