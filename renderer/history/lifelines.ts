import type { Navigator } from '../app/navigation.ts';
import type { Notices } from '../app/notices.ts';
import { createStore, type Store } from '../app/store.ts';
import type { DocumentSession } from '../editor/document-session.ts';
import { passageAt } from './passage-at.ts';

/** A passage to follow: of a version, or of a draft that was begun from it. Half-open UTF-16 offsets. */
export interface TraceSubject {
  readonly policyId: number;
  readonly versionId: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly draft?: string;
}

/** The passage whose lifeline is shown beside the text. */
export interface Lifelines {
  readonly store: Store<TraceSubject | null>;
  /** A reader of a version, while one is on the screen: it knows what is selected in it. */
  readonly reader: Store<(() => TraceSubject | null) | null>;
  /** Follows what is selected in the reader or the editor. */
  traceSelection(): void;
  trace(subject: TraceSubject): void;
  close(): void;
}

interface LifelinesOptions {
  readonly session: DocumentSession;
  readonly navigator: Navigator;
  readonly notices: Notices;
}

/** Makes the choice of which passage's lifeline is shown. */
export function createLifelines({ session, navigator, notices }: LifelinesOptions): Lifelines {
  const store = createStore<TraceSubject | null>(null);
  const reader = createStore<(() => TraceSubject | null) | null>(null);
  return {
    store,
    reader,
    trace: store.set,
    close: () => store.set(null),
    traceSelection() {
      const subject = reader.get()?.() ?? (reader.get() ? null : selectedInEditor(session));
      if (subject) return store.set(subject);
      const text = noSubject(session, navigator);
      notices.add({ tone: 'info', text });
    },
  };
}

function selectedInEditor(session: DocumentSession): TraceSubject | null {
  const state = session.store.get();
  const text = session.text();
  const editor = session.editor.get();
  if (state.kind !== 'open' || text === null || !editor) return null;
  const { detail, policyId, baseVersion } = state.document;
  const base = detail.versions.find(({ number }) => number === baseVersion) ?? detail.policy.latest;
  const passage = passageAt(text, editor.selection());
  if (!base || !passage) return null;
  const words = text.slice(passage.from, passage.to);
  return { policyId, versionId: base.id, ...passage, text: words, draft: text };
}

function noSubject(session: DocumentSession, navigator: Navigator): string {
  const state = session.store.get();
  if (state.kind !== 'open') return 'Open a policy to trace a passage of it.';
  if (state.document.detail.versions.length === 0)
    return 'This policy has no saved version yet, so nothing can be traced.';
  return navigator.store.get().view === 'history'
    ? 'Read a version and select the words to trace.'
    : 'Put the caret into a paragraph, or select the words to trace.';
}
