import { lazy, Suspense, useState } from 'react';
import { CompaniesView } from '../companies/companies-view.tsx';
import { CompareView } from '../compare/compare-view.tsx';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FaultBoundary } from '../components/fault-boundary.tsx';
import { Spinner } from '../components/progress.tsx';
import type { OpenDocument } from '../editor/document-session.ts';
import { ConflictBanner } from '../editor/merge/conflict-banner.tsx';
import { HistoryView } from '../history/history-view.tsx';
import { LibraryOverview } from '../library/library-overview.tsx';
import { ProblemsBanner } from '../library/problems-banner.tsx';
import { SearchView } from '../library/search-view.tsx';
import { DocumentHeader } from './document-header.tsx';
import type { View } from './navigation.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** Monaco is most of the window's code; the library is on the screen before it has been read. */
const TextView = lazy(async () => ({ default: (await import('../editor/text-view.tsx')).TextView }));

/** The middle of the window: the open policy in one of its views, or the search. */
export function Center({ dark }: { readonly dark: boolean }) {
  const { session, navigator } = useServices();
  const state = useStore(session.store, (current) => current);
  const view = useStore(navigator.store, (current) => current.view);
  const document = state.kind === 'open' ? state.document : null;
  const lastDocument = useLast(document);
  const showsText = view === 'editor' || view === 'preview';
  return (
    <main className="center">
      <DocumentHeader document={document} />
      {document ? <ProblemsBanner document={document} /> : null}
      {document ? <ConflictBanner document={document} /> : null}
      <div className="center-views">
        {lastDocument ? (
          <div className="center-view" hidden={!showsText || !document}>
            <Suspense fallback={<Spinner label="Opening the editor…" />}>
              <TextView document={lastDocument} dark={dark} preview={view === 'preview'} />
            </Suspense>
          </div>
        ) : null}
        {showsText && !document ? <NothingOpen /> : null}
        {showsText ? null : (
          <div className="center-view">
            <FaultBoundary key={view}>
              <OtherView view={view} document={document} />
            </FaultBoundary>
          </div>
        )}
      </div>
    </main>
  );
}

/** The last value that was not null. The editor keeps what it holds, undo stacks above all, while another policy is on its way. */
function useLast<Value>(value: Value | null): Value | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}

interface OtherViewProps {
  readonly view: View;
  readonly document: OpenDocument | null;
}

function OtherView({ view, document }: OtherViewProps) {
  if (view === 'search') return <SearchView />;
  if (view === 'library') return <LibraryOverview />;
  if (view === 'companies') return <CompaniesPlace document={document} />;
  if (view === 'compare') return <ComparePlace document={document} />;
  return document ? <HistoryView document={document} /> : <NothingOpen />;
}

function CompaniesPlace({ document }: { readonly document: OpenDocument | null }) {
  const { library } = useServices();
  const state = useStore(library.store, (current) => current);
  if (state.kind !== 'ready') return <NothingOpen />;
  return <CompaniesView listing={state.listing} policyId={document?.policyId ?? null} />;
}

function ComparePlace({ document }: { readonly document: OpenDocument | null }) {
  const { navigator, session } = useServices();
  const pair = useStore(navigator.store, (state) => state.compare);
  const copyToDraft = (text: string): void => {
    const editor = session.editor.get();
    if (!editor) return;
    editor.apply([{ ...editor.selection(), insert: text }]);
    navigator.show('editor');
  };
  return (
    <CompareView
      a={pair.a}
      b={pair.b}
      policyId={document?.policyId ?? null}
      onChoose={(a, b) => navigator.compare(a, b)}
      onClose={() => navigator.show(document ? 'history' : 'editor')}
      {...(document ? { onCopyToDraft: copyToDraft } : {})}
    />
  );
}

function NothingOpen() {
  const { session } = useServices();
  const state = useStore(session.store, (current) => current);
  if (state.kind === 'loading') return <Spinner label="Opening the policy…" />;
  if (state.kind === 'failed')
    return (
      <EmptyState
        tone="error"
        title="This policy could not be opened"
        actions={<Button onPress={() => void session.open(state.policyId)}>Try again</Button>}
      >
        {state.failure.message}
      </EmptyState>
    );
  return <LibraryOverview />;
}
