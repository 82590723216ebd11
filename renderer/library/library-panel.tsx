import { FilePlus2, Import, LayoutList, Search } from 'lucide-react';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button, IconButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Spinner } from '../components/progress.tsx';
import './library-panel.css';
import { companiesOf } from './library-store.ts';
import { LibraryTree } from './library-tree.tsx';
import { RecentPolicies } from './recent-list.tsx';

/** Companies and policies, what was open lately, and the ways to get more. */
export function LibraryPanel() {
  const { importer, navigator } = useServices();
  return (
    <nav className="library" aria-label="Library">
      <div className="library-head">
        <h2>Library</h2>
        <IconButton
          icon={LayoutList}
          label="Library at a glance"
          shortcut="Ctrl+6"
          onPress={() => navigator.show('library')}
        />
        <IconButton
          icon={Search}
          label="Search all versions"
          shortcut="Ctrl+Shift+F"
          onPress={() => navigator.show('search')}
        />
        <IconButton icon={Import} label="Import" shortcut="Ctrl+O" onPress={() => void importer.choose()} />
        <IconButton
          icon={FilePlus2}
          label="New policy"
          shortcut="Ctrl+N"
          onPress={() => navigator.open({ kind: 'new-policy', company: '' })}
        />
      </div>
      <LibraryBody />
    </nav>
  );
}

function LibraryBody() {
  const { library, importer, navigator, keeper } = useServices();
  const state = useStore(library.store, (current) => current);
  if (state.kind === 'loading') return <Spinner label="Opening the library…" />;
  if (state.kind === 'failed') {
    const missing = state.failure.code === 'not-found';
    return (
      <EmptyState
        place="panel"
        tone="error"
        title={missing ? 'The library is missing' : 'The library could not be opened'}
        actions={
          <>
            <Button onPress={() => void library.reload()}>Try again</Button>
            <Button onPress={() => navigator.open({ kind: 'restore' })}>Restore a backup…</Button>
            {missing ? <Button onPress={() => void keeper.beginAnew()}>Begin a new library</Button> : null}
          </>
        }
      >
        {state.failure.message}
      </EmptyState>
    );
  }
  const companies = companiesOf(state);
  if (companies.length === 0)
    return (
      <EmptyState
        place="panel"
        title="No policies yet"
        actions={<Button onPress={() => void importer.choose()}>Import…</Button>}
      >
        Drop files or a folder here, or import them. Each company gets a place of its own.
      </EmptyState>
    );
  return (
    <div className="library-body">
      <RecentPolicies companies={companies} />
      <LibraryTree companies={companies} />
    </div>
  );
}
