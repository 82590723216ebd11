import { Label, Radio, RadioGroup } from 'react-aria-components';
import './templates.css';

/** Something a policy can begin with. */
export interface Beginning {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

interface TemplatePickerProps {
  readonly beginnings: readonly Beginning[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Chooses what a new policy begins with. */
export function TemplatePicker({ beginnings, value, onChange }: TemplatePickerProps) {
  return (
    <RadioGroup className="template-picker" value={value} onChange={onChange}>
      <Label className="field-label">Begin with</Label>
      {beginnings.map(({ id, name, description }) => (
        <Radio key={id} value={id} className="template-option">
          <span className="template-dot" aria-hidden />
          <span>
            <span className="template-name">{name}</span>
            <span className="template-help">{description}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
