import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/model/result.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';
import { formatDate } from '../components/format-date.ts';

interface AttachVersionDialogProps {
  readonly policyId: number;
  readonly entry: HistoryEntry;
}

/** Gives a version that the policy's own history names its text, from a file or pasted. */
export function AttachVersionDialog({ policyId, entry }: AttachVersionDialogProps) {
  const { navigator, client, preferences, session, notices } = useServices();
  const [text, setText] = useState('');
  const [note, setNote] = useState(entry.note);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const attach = async (from: RequestArgs<'version.attach'>['from']): Promise<void> => {
    setBusy(true);
    const answer = await client.request('version.attach', {
      policyId,
      effectiveDate: entry.iso,
      note: note.trim(),
      author: preferences.store.get().author,
      link: entry.link,
      from,
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    navigator.closeDialog();
    await session.refresh();
    notices.add({
      tone: 'success',
      text: `Attached as version ${answer.value.number}; it stands at ${formatDate(entry.iso)}.`,
    });
  };
  const chooseFile = async (): Promise<void> => {
    const chosen = await client.request('dialog.chooseImport', { what: 'files' });
    if (!chosen.ok) return setFailure(chosen.error);
    const [path] = chosen.value;
    if (path !== undefined) await attach({ path });
  };
  return (
    <Dialog
      title={`Attach the text of ${formatDate(entry.iso)}`}
      onClose={navigator.closeDialog}
      dismissable={!busy}
      actions={
        <>
          <Button onPress={navigator.closeDialog}>Cancel</Button>
          <Button isDisabled={busy} onPress={() => void chooseFile()}>
            From a file…
          </Button>
          <Button
            variant="primary"
            type="submit"
            form="attach-version"
            isDisabled={text.trim() === '' || busy}
          >
            Attach
          </Button>
        </>
      }
    >
      <p>
        The policy names this version, and the library does not hold its text. It is recorded now, with
        today’s entry date, and stands in the history at {formatDate(entry.iso)}.
        {entry.link ? ' The policy gives an address for it; open it from the list of versions.' : ''}
      </p>
      <Form
        id="attach-version"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void attach({ text });
        }}
      >
        <Field label="What changed" value={note} maxLength={10_000} onChange={setNote} />
        <Field label="Text, if you have no file" rows={8} value={text} autoFocus onChange={setText} />
        <FormError failure={failure} />
      </Form>
    </Dialog>
  );
}
