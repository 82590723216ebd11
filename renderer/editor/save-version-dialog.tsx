import { useEffect, useState } from 'react';
import type { VersionProposal } from '../../shared/ipc/writing-requests.ts';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { FormDialog } from '../components/form-dialog.tsx';
import { Spinner } from '../components/progress.tsx';
import { VersionFields } from './version-fields.tsx';
import { type VersionForm, versionFormError } from './version-form.ts';

/** Makes an immutable version of the text; date, note and kind are proposed from what changed. */
export function SaveVersionDialog() {
  const { navigator, session, client, preferences, notices } = useServices();
  const [form, setForm] = useState<VersionForm | null>(null);
  const [changed, setChanged] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);

  useEffect(() => {
    const state = session.store.get();
    const text = session.text();
    if (state.kind !== 'open' || text === null) return navigator.closeDialog();
    let gone = false;
    const { author } = preferences.store.get();
    void client.request('version.propose', { policyId: state.document.policyId, text }).then((answer) => {
      if (gone) return;
      if (!answer.ok) setFailure(answer.error);
      setForm(formOf(answer.ok ? answer.value : null, author));
      setChanged(!answer.ok || answer.value.changed);
    });
    return () => {
      gone = true;
    };
  }, [session, client, preferences, navigator]);

  const error = form ? versionFormError(form) : null;
  const save = async (): Promise<void> => {
    if (!form) return;
    setSaving(true);
    const { effectiveDate, note, kind, author } = form;
    const answer = await session.saveVersion({
      effectiveDate: effectiveDate || null,
      note: note.trim(),
      kind,
      author: author.trim(),
    });
    setSaving(false);
    if (!answer.ok) return setFailure(answer.error);
    if (author.trim() !== preferences.store.get().author) preferences.change({ author: author.trim() });
    navigator.closeDialog();
    notices.add({ tone: 'success', text: `Version ${answer.value.number} saved.` });
  };

  return (
    <FormDialog
      title="Save version"
      submit={saving ? 'Saving…' : 'Save version'}
      isReady={form !== null && changed && error === null && !saving}
      failure={failure}
      onSubmit={save}
      onClose={navigator.closeDialog}
    >
      {changed ? null : (
        <p className="save-same" role="status">
          The text is the same as in the latest version, so there is nothing to save.
        </p>
      )}
      {form ? (
        <VersionFields form={form} onChange={setForm} dateError={error ?? undefined} />
      ) : (
        <Spinner label="Comparing with the latest version…" />
      )}
    </FormDialog>
  );
}

function formOf(proposal: VersionProposal | null, author: string): VersionForm {
  return {
    effectiveDate: proposal?.effectiveDate ?? '',
    note: proposal?.note ?? '',
    kind: proposal?.kind ?? 'substantive',
    author,
  };
}
