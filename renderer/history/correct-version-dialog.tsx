import { useState } from 'react';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { FormDialog } from '../components/form-dialog.tsx';
import { VersionFields } from '../editor/version-fields.tsx';
import { type VersionForm, versionFormError } from '../editor/version-form.ts';

/** Corrects what a version says of its text; the entry from before stays in the chain. */
export function CorrectVersionDialog({ version }: { readonly version: VersionSummary }) {
  const { navigator, client, preferences, session } = useServices();
  const { effectiveDate, note, kind, number } = version;
  const { author } = preferences.store.get();
  const [form, setForm] = useState<VersionForm>({ effectiveDate: effectiveDate ?? '', note, kind, author });
  const [failure, setFailure] = useState<Failure | null>(null);
  const error = versionFormError(form);
  const unchanged =
    form.effectiveDate === (effectiveDate ?? '') && form.note.trim() === note && form.kind === kind;
  const save = async (): Promise<void> => {
    const answer = await client.request('version.correct', {
      versionId: version.id,
      effectiveDate: form.effectiveDate || null,
      note: form.note.trim(),
      kind: form.kind,
      author: form.author.trim(),
    });
    if (!answer.ok) return setFailure(answer.error);
    navigator.closeDialog();
    await session.refresh();
  };
  return (
    <FormDialog
      title={`Correct version ${number}`}
      submit="Record the correction"
      isReady={error === null && !unchanged}
      introduction={
        <p>
          The text of the version stays as it is. What you change here is recorded as a new entry; what was
          said before stays in the chain.
        </p>
      }
      failure={failure}
      onSubmit={save}
      onClose={navigator.closeDialog}
    >
      <VersionFields form={form} onChange={setForm} dateError={error ?? undefined} />
    </FormDialog>
  );
}
