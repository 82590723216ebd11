import { Locate } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { IconButton } from './button.tsx';
import './inline-field.css';

interface InlineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  /** Present when the text has no place to which the value could be written: why. */
  readonly readOnly?: string | undefined;
  readonly placeholder?: string;
  readonly refuse?: (value: string) => string | null;
  /** Resolves to false when it could not be written. */
  readonly onWrite: (value: string) => Promise<boolean>;
  readonly onFocus?: () => void;
  readonly onGoTo?: () => void;
  readonly onUndo?: (kind: 'undo' | 'redo') => void;
}

/** A value that is written over where it stands: Enter or leaving it keeps, Escape takes back. */
export function InlineField(props: InlineFieldProps) {
  const { label, value, type = 'text', readOnly, placeholder, refuse, onWrite, onFocus, onGoTo } = props;
  const [entered, setEntered] = useState<string | null>(null);
  const [base, setBase] = useState(value);
  if (base !== value) {
    setBase(value);
    setEntered(null);
  }
  const refusal = entered === null ? null : (refuse?.(entered) ?? null);
  const keep = (): void => {
    if (entered === null) return;
    if (entered.trim() === value.trim() || refusal || (type === 'date' && entered === '')) {
      setEntered(null);
      return;
    }
    void onWrite(entered.trim()).then((done) => {
      if (!done) setEntered(null);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const held = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' && entered !== null) setEntered(null);
    else if (event.key === 'Enter') keep();
    else if (held && event.key.toLowerCase() === 'z' && entered === null)
      props.onUndo?.(event.shiftKey ? 'redo' : 'undo');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="inline-field">
      <input
        className="inline-box"
        type={type}
        aria-label={label}
        aria-invalid={refusal !== null}
        readOnly={readOnly !== undefined}
        title={readOnly ?? value}
        placeholder={placeholder}
        value={entered ?? value}
        onChange={(event) => setEntered(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
        onFocus={onFocus}
      />
      {onGoTo ? <IconButton icon={Locate} label={`Show ${label} in the text`} onPress={onGoTo} /> : null}
      {refusal ? (
        <span role="alert" className="inline-error">
          {refusal}
        </span>
      ) : null}
    </span>
  );
}
