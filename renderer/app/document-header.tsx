import { ChevronDown, Columns2, FilePen, GitCompare, History, Save } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../components/button.tsx';
import { MenuButton } from '../components/menu.tsx';
import { Segmented } from '../components/segmented.tsx';
import type { OpenDocument } from '../editor/document-session.ts';
import { publishEntries } from '../publish/publish-entries.ts';
import './document-header.css';
import type { View } from './navigation.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';
import { versionStatus } from './version-status.ts';

const VIEWS = [
  { value: 'editor', label: 'Edit', icon: FilePen },
  { value: 'preview', label: 'Preview', icon: Columns2 },
  { value: 'history', label: 'History', icon: History },
  { value: 'compare', label: 'Compare', icon: GitCompare },
] as const;

/** The name of what is open, its version, the views of it, and what can be done with it. */
export function DocumentHeader({ document }: { readonly document: OpenDocument | null }) {
  const services = useServices();
  const { navigator } = services;
  const view = useStore(navigator.store, (state) => state.view);
  if (!document) return view === 'search' ? <SearchHeader /> : null;
  const { company, policy } = document.detail;
  return (
    <header className="doc-head">
      <div className="doc-name">
        <h1>
          <span className="doc-company">{company.name}</span>
          <span className="doc-policy">{policy.name}</span>
        </h1>
        <VersionLine document={document} />
      </div>
      <Segmented
        label="View"
        segments={VIEWS}
        value={view === 'search' ? 'editor' : view}
        onChange={(next: View) => navigator.show(next)}
      />
      <div className="doc-actions">
        <Button icon={Save} variant="primary" onPress={() => navigator.open({ kind: 'save-version' })}>
          Save version
        </Button>
        <MenuButton label="Publish" entries={publishEntries(services)}>
          <AriaButton className="button button-default">
            Publish <ChevronDown aria-hidden size={14} />
          </AriaButton>
        </MenuButton>
      </div>
    </header>
  );
}

function VersionLine({ document }: { readonly document: OpenDocument }) {
  const { session } = useServices();
  const edited = useStore(session.saving, (state) => state.kind !== 'clean');
  return (
    <p className="doc-version">
      {versionStatus(document.detail.versions[0] ?? null)}
      {edited ? <span className="doc-draft">Draft</span> : null}
    </p>
  );
}

function SearchHeader() {
  return (
    <header className="doc-head">
      <h1 className="doc-policy">Search</h1>
    </header>
  );
}
