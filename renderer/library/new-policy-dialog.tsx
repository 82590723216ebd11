import { useState } from 'react';
import { ComboBox, Form, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FormError } from '../components/form-error.tsx';
import { companiesOf } from './library-store.ts';
import { starterText } from './starter-text.ts';

/** Begins a policy: for whom, and what it is called. */
export function NewPolicyDialog({ company: given }: { readonly company: string }) {
  const { navigator, library, session } = useServices();
  const companies = useStore(library.store, companiesOf);
  const [company, setCompany] = useState(given);
  const [name, setName] = useState('Privacy Policy');
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = company.trim() !== '' && name.trim() !== '';

  const create = async (): Promise<void> => {
    if (!ready) return;
    const text = starterText(company.trim(), name.trim());
    const answer = await library.createPolicy(company.trim(), name.trim(), text);
    if (!answer.ok) return setFailure(answer.error);
    navigator.closeDialog();
    navigator.show('editor');
    await session.open(answer.value.policyId);
  };

  return (
    <Dialog
      title="New policy"
      size="small"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={navigator.closeDialog}>Cancel</Button>
          <Button variant="primary" type="submit" form="new-policy" isDisabled={!ready}>
            Create
          </Button>
        </>
      }
    >
      <Form
        id="new-policy"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <ComboBox
          className="field"
          allowsCustomValue
          inputValue={company}
          onInputChange={setCompany}
          items={companies}
        >
          <Label>Company</Label>
          <Input autoFocus={given === ''} maxLength={200} />
          <Popover className="popover" placement="bottom start">
            <ListBox className="menu">
              {(item: { readonly id: number; readonly name: string }) => (
                <ListBoxItem id={item.id} textValue={item.name} className="menu-item menu-item-plain">
                  {item.name}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
        <Field label="Policy" value={name} onChange={setName} maxLength={200} autoFocus={given !== ''} />
        <FormError failure={failure} />
      </Form>
    </Dialog>
  );
}
