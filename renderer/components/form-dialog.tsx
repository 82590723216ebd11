import { type ReactNode, useId } from 'react';
import { Form } from 'react-aria-components';
import type { Failure } from '../../shared/model/result.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FormError } from './form-error.tsx';

interface FormDialogProps {
  readonly title: string;
  /** What the button says that sends the form. */
  readonly submit: string;
  /** False while the form cannot be sent. */
  readonly isReady: boolean;
  readonly size?: 'small' | 'medium';
  /** Said above the fields. */
  readonly introduction?: ReactNode;
  readonly failure: Failure | null;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that is one form: Cancel closes it, Enter in a field or the other button sends it. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, isReady, size = 'medium', introduction, failure, onSubmit, onClose } = props;
  const form = useId();
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} isDisabled={!isReady}>
            {submit}
          </Button>
        </>
      }
    >
      {introduction}
      <Form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void onSubmit();
        }}
      >
        {props.children}
        <FormError failure={failure} />
      </Form>
    </Dialog>
  );
}
