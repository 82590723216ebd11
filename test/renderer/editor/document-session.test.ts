import { describe, expect, it } from 'vitest';
import { createDocumentSession } from '../../../renderer/editor/document-session.ts';
import type { EditorPort } from '../../../renderer/editor/editor-port.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import { applyEdits } from '../../../shared/model/text.ts';
import { fakeClient } from '../helpers/fake-client.ts';
import { detail, version } from '../helpers/policies.ts';

const SAVED_AT = '2026-01-01T00:00:00.000Z';

/** An editor without a screen: it holds what it is shown. */
function attachEditor(session: ReturnType<typeof createDocumentSession>) {
  let text = '';
  let revision = 0;
  const port: EditorPort = {
    revision: () => revision,
    text: () => text,
    apply: (edits) => {
      text = applyEdits(text, edits);
    },
    reveal: () => undefined,
    show: () => undefined,
    step: () => undefined,
    scrollTo: () => undefined,
    scrollPoint: () => ({ line: 1, share: 0 }),
    revealLine: () => undefined,
    lineCount: () => 1,
    onScroll: () => () => undefined,
    focus: () => undefined,
    selection: () => ({ from: 0, to: 0 }),
    select: () => undefined,
    run: () => undefined,
  };
  session.store.subscribe(() => {
    const state = session.store.get();
    if (state.kind !== 'open' || state.document.revision === revision) return;
    revision = state.document.revision;
    text = state.document.text;
  });
  session.editor.set(port);
  return {
    type: (next: string) => {
      text = next;
      session.touched();
    },
  };
}

function setup(draft: { readonly text: string; readonly baseVersion: number } | null = null) {
  const loaded: string[] = [];
  let versions = 3;
  let saveFails = false;
  const client = fakeClient({
    'policy.get': ({ policyId }) =>
      ok(detail(policyId, versions, draft ? { policyId, savedAt: SAVED_AT, ...draft } : null)),
    'text.load': ({ ref }) => ok({ label: 'x', text: `stored ${JSON.stringify(ref)}` }),
    'draft.save': () => (saveFails ? fail('disk-full', 'The disk is full.') : ok({ savedAt: SAVED_AT })),
    'draft.discard': () => ok(null),
    'version.save': () => {
      versions += 1;
      return ok(version(versions));
    },
  });
  const session = createDocumentSession({
    client,
    onLoaded: (document) => loaded.push(document.text),
    onTouched: () => undefined,
  });
  const editor = attachEditor(session);
  return { client, session, editor, loaded, failSaves: (fails: boolean) => (saveFails = fails) };
}

const asked = (client: ReturnType<typeof fakeClient>, name: string): unknown[] =>
  client.asked.filter((request) => request.name === name).map((request) => request.args);

describe('document session', () => {
  it('opens the draft where there is one, else the latest version', async () => {
    const plain = setup();
    await plain.session.open(1);
    expect(plain.loaded).toEqual(['stored {"kind":"version","versionId":103}']);
    const drafted = setup({ text: 'my draft', baseVersion: 2 });
    await drafted.session.open(1);
    expect(drafted.loaded).toEqual(['my draft']);
    expect(drafted.session.store.get()).toMatchObject({ kind: 'open', document: { baseVersion: 2 } });
  });

  it('saves the text of the policy that was edited before it opens another', async () => {
    const { client, session, editor } = setup();
    await session.open(1);
    editor.type('edited');
    await session.open(2);
    expect(asked(client, 'draft.save')).toEqual([{ policyId: 1, baseVersion: 3, text: 'edited' }]);
    expect(session.store.get()).toMatchObject({ kind: 'open', document: { policyId: 2 } });
  });

  it('stays with the policy whose draft cannot be saved', async () => {
    const { session, editor, failSaves } = setup();
    await session.open(1);
    failSaves(true);
    editor.type('precious');
    await session.open(2);
    expect(session.store.get()).toMatchObject({ kind: 'open', document: { policyId: 1 } });
    expect(session.text()).toBe('precious');
    expect(session.saving.get()).toMatchObject({ kind: 'failed' });
  });

  it('saves the draft first, then the version, and goes on from it', async () => {
    const { client, session, editor } = setup();
    await session.open(1);
    editor.type('fourth');
    const saved = await session.saveVersion({ effectiveDate: null, note: '', kind: 'editorial', author: '' });
    expect(saved.ok).toBe(true);
    expect(client.asked.map((request) => request.name).slice(-3)).toEqual([
      'draft.save',
      'version.save',
      'policy.get',
    ]);
    expect(session.saving.get()).toEqual({ kind: 'clean' });
    expect(session.store.get()).toMatchObject({ document: { baseVersion: 4 } });
  });

  it('takes text that came from elsewhere only while nothing is being written', async () => {
    const { client, session, editor, loaded } = setup();
    await session.open(1);
    editor.type('mine');
    await session.flush();
    await client.request('version.save', {} as never);
    await session.refresh();
    expect(session.text()).toBe('mine');
    expect(loaded).toHaveLength(1);
    const other = setup();
    await other.session.open(1);
    await other.client.request('version.save', {} as never);
    await other.session.refresh();
    expect(other.session.text()).toBe('stored {"kind":"version","versionId":104}');
  });

  it('begins anew when the policy changes while it is being opened', async () => {
    const { client, session } = setup();
    const opened = session.open(1);
    await Promise.resolve();
    await client.request('version.save', {} as never);
    await session.refresh();
    await opened;
    expect(session.store.get()).toMatchObject({ kind: 'open', document: { baseVersion: 4 } });
    expect(session.text()).toBe('stored {"kind":"version","versionId":104}');
  });

  it('says why a policy could not be opened', async () => {
    const client = fakeClient({ 'policy.get': () => fail('not-found', 'There is no such policy.') });
    const session = createDocumentSession({ client, onLoaded: () => undefined, onTouched: () => undefined });
    await session.open(9);
    expect(session.store.get()).toMatchObject({ kind: 'failed', failure: { code: 'not-found' } });
    expect(session.text()).toBeNull();
  });
});
