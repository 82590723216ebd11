import { useEffect, useState } from 'react';
import { Form, Label, Radio, RadioGroup } from 'react-aria-components';
import type { VersionProposal } from '../../shared/ipc/writing-requests.ts';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';
import { Spinner } from '../components/progress.tsx';
import './save-version-dialog.css';
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
    if (!form || error) return;
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
    <Dialog
      title="Save version"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={navigator.closeDialog}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="save-version"
            isDisabled={!form || !changed || error !== null || saving}
          >
            {saving ? 'Saving…' : 'Save version'}
          </Button>
        </>
      }
    >
      {form ? (
        <Form
          id="save-version"
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {changed ? null : (
            <p className="save-same" role="status">
              The text is the same as in the latest version, so there is nothing to save.
            </p>
          )}
          <VersionFields form={form} onChange={setForm} dateError={error ?? undefined} />
          <FormError failure={failure} />
        </Form>
      ) : (
        <Spinner label="Comparing with the latest version…" />
      )}
    </Dialog>
  );
}

interface VersionFieldsProps {
  readonly form: VersionForm;
  readonly onChange: (form: VersionForm) => void;
  readonly dateError: string | undefined;
}

/** The fields that say what a version is: its date, author, note and kind. */
export function VersionFields({ form, onChange, dateError }: VersionFieldsProps) {
  return (
    <>
      <div className="save-row">
        <Field
          label="Effective date"
          type="date"
          autoFocus
          value={form.effectiveDate}
          error={dateError}
          onChange={(effectiveDate) => onChange({ ...form, effectiveDate })}
        />
        <Field
          label="Author"
          value={form.author}
          maxLength={200}
          onChange={(author) => onChange({ ...form, author })}
        />
      </div>
      <Field
        label="What changed"
        rows={4}
        value={form.note}
        maxLength={10_000}
        onChange={(note) => onChange({ ...form, note })}
      />
      <RadioGroup
        className="save-kind"
        value={form.kind}
        onChange={(kind) => onChange({ ...form, kind: kind === 'editorial' ? 'editorial' : 'substantive' })}
      >
        <Label className="field-label">Kind of change</Label>
        <Radio value="substantive" className="save-choice">
          Substantive <small>rights or duties change</small>
        </Radio>
        <Radio value="editorial" className="save-choice">
          Editorial <small>wording and layout only</small>
        </Radio>
      </RadioGroup>
    </>
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
