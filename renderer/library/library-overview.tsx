import { FilePlus2, FileText, Import } from 'lucide-react';
import { useState } from 'react';
import type { CompanyWithPolicies } from '../../shared/model/policy.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { formatCount } from '../components/format-date.ts';
import { Segmented } from '../components/segmented.tsx';
import { todayIso } from '../components/today.ts';
import './library-overview.css';
import { companiesOf } from './library-store.ts';
import {
  filterRows,
  type OverviewFilter,
  type OverviewOrder,
  overviewRows,
  sortRows,
} from './overview-rows.ts';
import { OverviewTable } from './overview-table.tsx';
import { useHasDraft } from './use-has-draft.ts';

/** Every policy of the library in one table: what is in work, what is about to take effect, and how each has changed over the years. */
export function LibraryOverview() {
  const { library } = useServices();
  const state = useStore(library.store, (current) => current);
  if (state.kind !== 'ready') return null;
  const companies = companiesOf(state);
  return companies.length === 0 ? <EmptyLibrary /> : <Overview companies={companies} />;
}

function EmptyLibrary() {
  return (
    <EmptyState icon={FileText} title="Your library is empty" actions={<Beginnings />}>
      Drop Markdown, text, HTML or Word files onto this window, import a folder, or begin a new policy.
    </EmptyState>
  );
}

function Beginnings() {
  const { navigator, importer } = useServices();
  return (
    <>
      <Button icon={Import} onPress={() => void importer.choose()}>
        Import…
      </Button>
      <Button icon={FilePlus2} onPress={() => navigator.open({ kind: 'new-policy', company: '' })}>
        New policy…
      </Button>
    </>
  );
}

function Overview({ companies }: { readonly companies: readonly CompanyWithPolicies[] }) {
  const [filter, setFilter] = useState<OverviewFilter>('all');
  const [order, setOrder] = useState<OverviewOrder>({ by: 'saved', ascending: false });
  const rows = overviewRows(companies, useHasDraft(), todayIso());
  const segments = (
    [
      { value: 'all', name: 'All' },
      { value: 'drafts', name: 'With a draft' },
      { value: 'ahead', name: 'Not yet in effect' },
    ] as const
  ).map(({ value, name }) => ({ value, label: `${name} ${filterRows(rows, value).length}` }));
  const shown = sortRows(filterRows(rows, filter), order);
  return (
    <section className="overview" aria-label="Library at a glance">
      <header className="overview-head">
        <h1>Library</h1>
        <p>
          {formatCount(rows.length, 'policy', 'policies')} of{' '}
          {formatCount(companies.length, 'company', 'companies')}
        </p>
        <Beginnings />
      </header>
      <div className="overview-bar">
        <Segmented label="Policies shown" segments={segments} value={filter} onChange={setFilter} />
      </div>
      {shown.length > 0 ? (
        <OverviewTable rows={shown} order={order} onOrder={setOrder} />
      ) : (
        <EmptyState title={filter === 'drafts' ? 'No drafts' : 'Nothing ahead'}>
          {filter === 'drafts'
            ? 'Every policy is as its latest version has it.'
            : 'The latest version of every policy is in effect, or states no date.'}
        </EmptyState>
      )}
    </section>
  );
}
