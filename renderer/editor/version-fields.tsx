import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Field } from '../components/field.tsx';
import './version-fields.css';
import type { VersionForm } from './version-form.ts';

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
