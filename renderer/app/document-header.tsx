import {
  BookOpenText,
  Building2,
  ChevronDown,
  Columns2,
  FilePen,
  GitCompare,
  History,
  Save,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button, IconButton } from '../components/button.tsx';
import { MenuButton } from '../components/menu.tsx';
import { Segmented } from '../components/segmented.tsx';
import type { OpenDocument } from '../editor/document-session.ts';
import { FormatBar } from '../editor/format-bar.tsx';
import { publishEntries } from '../publish/publish-entries.ts';
import './document-header.css';
import { isOfLibrary, type View } from './navigation.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';
import { versionStatus } from './version-status.ts';

const VIEWS = [
  { value: 'editor', label: 'Edit', icon: FilePen },
  { value: 'preview', label: 'Preview', icon: Columns2 },
  { value: 'history', label: 'History', icon: History },
  { value: 'compare', label: 'Compare', icon: GitCompare },
  { value: 'companies', label: 'Companies', icon: Building2 },
] as const;

/** The name of what is open, its version, the views of it, and what can be done with it. */
export function DocumentHeader({ document }: { readonly document: OpenDocument | null }) {
  const services = useServices();
  const { navigator } = services;
  const view = useStore(navigator.store, (state) => state.view);
  if (view === 'library') return null;
  if (!document) return view === 'search' ? <SearchHeader /> : null;
  const { company, policy } = document.detail;
  return (
    <header className="doc-head">
      <div className="doc-top">
        <div className="doc-name">
          <h1>
            <span className="doc-company">{company.name}</span>{' '}
            <span className="doc-policy">{policy.name}</span>
          </h1>
          <VersionLine document={document} />
        </div>
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
      </div>
      <div className="doc-tools">
        <Segmented
          label="View"
          segments={VIEWS}
          value={isOfLibrary(view) ? null : view}
          onChange={(next: View) => navigator.show(next)}
        />
        <span className="doc-space" />
        {view === 'editor' ? <FormatBar /> : null}
        {view === 'preview' ? <PreviewTools /> : null}
      </div>
    </header>
  );
}

/** Whether the preview takes the place of the text or stands beside it, and formatting where there is text to format. */
function PreviewTools() {
  const { preferences } = useServices();
  const alone = useStore(preferences.store, (settings) => settings.view['previewAlone'] === true);
  return (
    <div className="preview-tools">
      {alone ? null : <FormatBar />}
      <IconButton
        icon={alone ? Columns2 : BookOpenText}
        label={alone ? 'Show the text beside the page' : 'Show the page only'}
        onPress={() => preferences.remember('previewAlone', !alone)}
      />
    </div>
  );
}

function VersionLine({ document }: { readonly document: OpenDocument }) {
  const { session } = useServices();
  const edited = useStore(session.saving, (state) => state.kind !== 'clean');
  return (
    <p className="doc-version">
      {versionStatus(document.detail.policy.latest)}
      {edited ? <span className="doc-draft">Draft</span> : null}
    </p>
  );
}

function SearchHeader() {
  return (
    <header className="doc-head">
      <div className="doc-top">
        <h1 className="doc-policy">Search</h1>
      </div>
    </header>
  );
}
