import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';

/** A clause on its way into the library; `id` is null for a new one. */
export interface ClauseDraft {
  readonly id: number | null;
  readonly name: string;
  readonly tags: readonly string[];
  readonly text: string;
}

interface ClauseDialogProps {
  readonly clause: ClauseDraft;
  /** Where it leads when it is done or given up. */
  readonly onClose: () => void;
}

/** Keeps a passage as a clause, or changes one that is kept. */
export function ClauseDialog({ clause, onClose }: ClauseDialogProps) {
  const { client, navigator } = useServices();
  const [name, setName] = useState(clause.name);
  const [tags, setTags] = useState(clause.tags.join(', '));
  const [text, setText] = useState(clause.text);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = name.trim() !== '' && text.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready) return;
    const answer = await client.request('clause.save', { id: clause.id, name, tags: tags.split(','), text });
    if (!answer.ok) return setFailure(answer.error);
    onClose();
    navigator.announce(`${name.trim()} is in the clause library.`);
  };
  return (
    <Dialog
      title={clause.id === null ? 'Keep as a clause' : 'Change a clause'}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="clause" isDisabled={!ready}>
            Keep
          </Button>
        </>
      }
    >
      <Form
        id="clause"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" value={name} onChange={setName} autoFocus maxLength={200} />
        <Field label="Tags" value={tags} onChange={setTags} description="With commas between them." />
        <Field label="Text" value={text} onChange={setText} rows={8} />
        <FormError failure={failure} />
      </Form>
    </Dialog>
  );
}
