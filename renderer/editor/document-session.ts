import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { PolicyDetail } from '../../shared/ipc/library-requests.ts';
import { withoutNotes } from '../../shared/markdown/notes.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import { type Failure, fail, ok, type Result } from '../../shared/model/result.ts';
import type { Client } from '../app/client.ts';
import { createStore, type Store } from '../app/store.ts';
import { createDraftSaver, type DraftSaver, type SaveState } from './draft-saver.ts';
import type { EditorPort } from './editor-port.ts';

/** The policy in the editor. `text` is what was loaded; `revision` grows when text comes from elsewhere than the keyboard. */
export interface OpenDocument {
  readonly policyId: number;
  readonly detail: PolicyDetail;
  readonly baseVersion: number | null;
  readonly text: string;
  readonly revision: number;
}

export type SessionState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading'; readonly policyId: number }
  | { readonly kind: 'failed'; readonly policyId: number; readonly failure: Failure }
  | { readonly kind: 'open'; readonly document: OpenDocument };

export interface DocumentSession {
  readonly store: Store<SessionState>;
  readonly saving: Store<SaveState>;
  /** The editor while it is on the screen. */
  readonly editor: Store<EditorPort | null>;
  /** Saves what is open, then opens another policy. Stays where it is if the save fails. */
  open(policyId: number): Promise<void>;
  /** Called by the editor after each change of the text. */
  touched(): void;
  /** The text as it stands; null when nothing is open. */
  text(): string | null;
  /** The versions of the open policy, newest first. */
  versions(): readonly VersionSummary[];
  /** Writes the draft now; true when everything is on the disk. */
  flush(): Promise<boolean>;
  saveVersion(details: VersionDetails): Promise<Result<VersionSummary>>;
  /** Puts a whole text into the editor as one undoable change. */
  replaceText(text: string): void;
  /** Puts a merged text into the editor; from now on the draft counts as begun from that version. */
  adoptMerge(text: string, baseVersion: number): void;
  discardDraft(): Promise<Result<null>>;
  /** Reads everything again from the disk, after another library was put in the place of the one that was open. Flush first. */
  reopen(): Promise<void>;
  /** Reads the versions again, after they changed elsewhere. */
  refresh(): Promise<void>;
}

type VersionDetails = Omit<RequestArgs<'version.save'>, 'policyId' | 'text'>;

interface SessionOptions {
  readonly client: Client;
  /** A document was opened or its text replaced from elsewhere. */
  readonly onLoaded: (document: OpenDocument) => void;
  readonly onTouched: () => void;
}

/** Makes the one open document of this window. */
export function createDocumentSession({ client, onLoaded, onTouched }: SessionOptions): DocumentSession {
  const store = createStore<SessionState>({ kind: 'empty' });
  const saving = createStore<SaveState>({ kind: 'clean' });
  const editor = createStore<EditorPort | null>(null);
  let saver: DraftSaver | null = null;
  let revision = 0;
  /** The text when no editor is on the screen. */
  let heldText = '';
  let opening = 0;
  /** What the engine tells of our own save is read when the save has been answered. */
  let savingVersion = false;

  const current = (): OpenDocument | null => {
    const state = store.get();
    return state.kind === 'open' ? state.document : null;
  };
  const text = (): string | null => {
    const document = current();
    const port = editor.get();
    if (!document) return null;
    return port?.revision() === document.revision ? port.text() : heldText;
  };

  function show(detail: PolicyDetail, loaded: string): void {
    saver?.dispose();
    const policyId = detail.policy.id;
    saver = createDraftSaver({ save: () => saveDraft(policyId), onState: saving.set });
    saving.set(detail.draft ? { kind: 'saved', savedAt: detail.draft.savedAt } : { kind: 'clean' });
    revision += 1;
    heldText = loaded;
    const document = { policyId, detail, baseVersion: baseOf(detail), text: loaded, revision };
    store.set({ kind: 'open', document });
    onLoaded(document);
  }

  async function saveDraft(policyId: number): Promise<Result<{ savedAt: string }>> {
    const document = current();
    const draft = text();
    if (document?.policyId !== policyId || draft === null)
      return fail('internal', 'The policy was closed before its draft was saved.');
    return client.request('draft.save', { policyId, baseVersion: document.baseVersion, text: draft });
  }

  async function load(policyId: number): Promise<Result<{ detail: PolicyDetail; text: string }>> {
    const detail = await client.request('policy.get', { policyId });
    if (!detail.ok) return detail;
    const { draft } = detail.value;
    if (draft) return ok({ detail: detail.value, text: draft.text });
    // The one in force: an older text that was added later has a higher number.
    const { latest } = detail.value.policy;
    if (!latest) return ok({ detail: detail.value, text: '' });
    const loaded = await client.request('text.load', { ref: { kind: 'version', versionId: latest.id } });
    return loaded.ok ? ok({ detail: detail.value, text: loaded.value.text }) : loaded;
  }

  async function reload(policyId: number): Promise<void> {
    opening += 1;
    const ticket = opening;
    const loaded = await load(policyId);
    if (ticket !== opening) return;
    if (loaded.ok) show(loaded.value.detail, loaded.value.text);
    else store.set({ kind: 'failed', policyId, failure: loaded.error });
  }

  async function flush(): Promise<boolean> {
    return saver ? saver.flush() : true;
  }

  function replaceText(next: string): void {
    const port = editor.get();
    if (port && port.revision() === current()?.revision)
      port.apply([{ from: 0, to: port.text().length, insert: next }]);
    else heldText = next;
    saver?.touch();
    onTouched();
  }

  return {
    store,
    saving,
    editor,
    text,
    versions: () => current()?.detail.versions ?? [],
    flush,
    async open(policyId) {
      if (current()?.policyId === policyId) return;
      if (!(await flush())) return;
      saver?.dispose();
      saver = null;
      store.set({ kind: 'loading', policyId });
      await reload(policyId);
    },
    touched() {
      saver?.touch();
      onTouched();
    },
    async saveVersion(details) {
      const document = current();
      const versionText = text();
      if (!document || versionText === null) return fail('not-found', 'No policy is open.');
      // The draft goes first: whatever happens to the version, the words are safe.
      if (!(await flush()))
        return fail('write-failed', 'The draft could not be saved, so no version was made.');
      savingVersion = true;
      const saved = await client.request('version.save', {
        ...details,
        policyId: document.policyId,
        text: versionText,
        baseVersion: document.baseVersion,
      });
      savingVersion = false;
      if (!saved.ok) {
        if (saved.error.code === 'conflict') await adoptVersions(document.policyId);
        return saved;
      }
      store.set({ kind: 'open', document: { ...document, baseVersion: saved.value.number } });
      // Notes are no part of a version: with any, the text is still a draft.
      if (text() === versionText && withoutNotes(versionText) === versionText) saver?.settle();
      else saver?.touch();
      await adoptVersions(document.policyId);
      return saved;
    },
    replaceText,
    adoptMerge(next, baseVersion) {
      const document = current();
      if (!document) return;
      store.set({ kind: 'open', document: { ...document, baseVersion } });
      replaceText(next);
    },
    async discardDraft() {
      const document = current();
      if (!document) return fail('not-found', 'No policy is open.');
      await flush();
      const discarded = await client.request('draft.discard', { policyId: document.policyId });
      if (discarded.ok) await reload(document.policyId);
      return discarded;
    },
    async reopen() {
      const document = current();
      if (!document) return;
      saver?.dispose();
      saver = null;
      store.set({ kind: 'loading', policyId: document.policyId });
      await reload(document.policyId);
      if (store.get().kind === 'failed') store.set({ kind: 'empty' });
    },
    async refresh() {
      const state = store.get();
      // What is being opened may have been read before the change.
      if (state.kind === 'loading') return reload(state.policyId);
      const document = current();
      if (document && !savingVersion) await adoptVersions(document.policyId);
    },
  };

  /** Takes over the list of versions without touching the text that is being edited. */
  async function adoptVersions(policyId: number): Promise<void> {
    const detail = await client.request('policy.get', { policyId });
    const document = current();
    if (!detail.ok || document?.policyId !== policyId) return;
    const { baseVersion } = document;
    const moved = (detail.value.policy.latest?.number ?? null) !== baseVersion;
    const untouched = saving.get().kind === 'clean' && !detail.value.draft;
    if (moved && untouched) return reload(policyId);
    store.set({ kind: 'open', document: { ...document, detail: detail.value } });
  }
}

function baseOf(detail: PolicyDetail): number | null {
  return detail.draft ? detail.draft.baseVersion : (detail.policy.latest?.number ?? null);
}

/** The version that came in after the draft was begun; null when the draft goes on from the one in force. */
export function versionInConflict(
  { detail, baseVersion }: OpenDocument,
  saving: SaveState,
): VersionSummary | null {
  const { latest } = detail.policy;
  const isDraft = detail.draft !== null || saving.kind !== 'clean';
  return isDraft && latest && latest.number !== baseVersion ? latest : null;
}
