import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Failure, Result } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';

interface RenameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly rename: (name: string) => Promise<Result<null>>;
}

/** Gives a company or a policy another name. References by its short name stay as they are. */
export function RenameDialog({ title, name: given, rename }: RenameDialogProps) {
  const { navigator, session } = useServices();
  const [name, setName] = useState(given);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') return;
    const answer = wanted === given ? null : await rename(wanted);
    if (answer && !answer.ok) return setFailure(answer.error);
    navigator.closeDialog();
    await session.refresh();
  };
  return (
    <Dialog
      title={title}
      size="small"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={navigator.closeDialog}>Cancel</Button>
          <Button variant="primary" type="submit" form="rename" isDisabled={name.trim() === ''}>
            Rename
          </Button>
        </>
      }
    >
      <Form
        id="rename"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" value={name} onChange={setName} maxLength={200} autoFocus />
        <FormError failure={failure} />
      </Form>
    </Dialog>
  );
}
