import type { ImportReport } from '../../shared/ipc/import-requests.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { TextRange } from '../../shared/model/text.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';
import type { NameTarget } from '../library/renaming.ts';
import type { ClauseDraft } from '../templates/clause-dialog.tsx';
import { createStore, type Store } from './store.ts';

/** What the middle of the window shows. */
export type View = 'editor' | 'preview' | 'history' | 'compare' | 'companies' | 'search' | 'library';

/** Whether a view is of the whole library, so that no policy is in front. */
export function isOfLibrary(view: View): boolean {
  return view === 'search' || view === 'library';
}

/** The one dialog that is open, with what it is about. */
export type OpenDialog =
  | { readonly kind: 'new-policy'; readonly company: string }
  | { readonly kind: 'rename'; readonly target: NameTarget }
  | { readonly kind: 'save-version' }
  | { readonly kind: 'discard-draft' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'attach-version'; readonly policyId: number; readonly entry: HistoryEntry }
  | { readonly kind: 'correct-version'; readonly version: VersionSummary }
  | {
      readonly kind: 'import-preview';
      readonly paths: readonly string[];
      readonly repositories: readonly string[];
    }
  | { readonly kind: 'import-report'; readonly report: ImportReport }
  | { readonly kind: 'publish-site' }
  | { readonly kind: 'publish-look' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'share'; readonly policyId: number | null }
  | { readonly kind: 'clauses' }
  | { readonly kind: 'clause'; readonly clause: ClauseDraft }
  | { readonly kind: 'house-profile' }
  | { readonly kind: 'note'; readonly offset: number }
  | { readonly kind: 'palette' }
  | { readonly kind: 'about' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' };

/** Two texts to compare; null means that side is still to be chosen. */
export interface Pair {
  readonly a: TextReference | null;
  readonly b: TextReference | null;
}

/** A version that is being read in the history, and the passage to show of it. */
export interface ReadVersion {
  readonly versionId: number;
  readonly passage: TextRange | null;
}

export interface Navigation {
  readonly view: View;
  readonly compare: Pair;
  /** Null where the history shows its list. */
  readonly reading: ReadVersion | null;
  readonly dialog: OpenDialog | null;
  /** Words for the live region; `count` makes the same words be said again. */
  readonly announcement: { readonly text: string; readonly count: number };
}

export interface Navigator {
  readonly store: Store<Navigation>;
  show(view: View): void;
  compare(a: TextReference | null, b: TextReference | null): void;
  /** Opens a version of the open policy for reading, at a passage of it. */
  read(versionId: number, passage?: TextRange): void;
  /** Goes back from a version to the list. */
  stopReading(): void;
  open(dialog: OpenDialog): void;
  closeDialog(): void;
  /** Says something to people who use a screen reader. */
  announce(text: string): void;
}

/** Makes the state of where in the window the user is. */
export function createNavigator(): Navigator {
  const store = createStore<Navigation>({
    view: 'editor',
    compare: { a: null, b: null },
    reading: null,
    dialog: null,
    announcement: { text: '', count: 0 },
  });
  return {
    store,
    show: (view) => store.patch({ view }),
    compare: (a, b) => store.patch({ view: 'compare', compare: { a, b } }),
    read: (versionId, passage) =>
      store.patch({ view: 'history', reading: { versionId, passage: passage ?? null } }),
    stopReading: () => store.patch({ reading: null }),
    open: (dialog) => store.patch({ dialog }),
    closeDialog: () => store.patch({ dialog: null }),
    announce: (text) => store.patch({ announcement: { text, count: store.get().announcement.count + 1 } }),
  };
}
