import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** More than 1 makes it a text area. */
  readonly rows?: number;
  readonly type?: 'text' | 'date';
  readonly description?: ReactNode;
  /** Present when the value cannot be used, and why. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
}

/** A labelled text input with an optional description and error. */
export function Field({ label, rows = 1, type = 'text', description, error, ...rest }: FieldProps) {
  return (
    <TextField {...rest} type={type} isInvalid={error !== undefined} className="field">
      <Label>{label}</Label>
      {rows > 1 ? <TextArea rows={rows} /> : <Input />}
      {description ? (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      ) : null}
      <FieldError className="field-error">{error ?? ''}</FieldError>
    </TextField>
  );
}
