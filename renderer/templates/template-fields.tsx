import type { TemplateField, TemplateValues } from '../../shared/model/template.ts';
import { Field } from '../components/field.tsx';
import './templates.css';

interface TemplateFieldsProps {
  readonly fields: readonly TemplateField[];
  readonly values: TemplateValues;
  readonly onChange: (id: string, value: string) => void;
}

/** The fields of a template; those left empty stay as placeholders that the checks find. */
export function TemplateFields({ fields, values, onChange }: TemplateFieldsProps) {
  const choices = fields.filter(({ kind }) => kind === 'choice');
  return (
    <>
      <p className="template-hint">
        What you leave empty stays in the text in [brackets], and the checks remind you of it.
      </p>
      {fields.map(({ id, label, kind, help }) =>
        kind === 'choice' ? null : (
          <Field
            key={id}
            label={label}
            type={kind}
            value={values[id] ?? ''}
            description={help || undefined}
            maxLength={500}
            onChange={(value) => onChange(id, value)}
          />
        ),
      )}
      {choices.length > 0 ? (
        <fieldset className="template-choices">
          <legend>Whom it is for</legend>
          {choices.map(({ id, label, help }) => (
            <label key={id} className="template-choice">
              <input
                type="checkbox"
                checked={(values[id] ?? '') !== ''}
                onChange={(event) => onChange(id, event.target.checked ? 'yes' : '')}
              />
              <span>
                {label}
                <span className="template-help">{help}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}
