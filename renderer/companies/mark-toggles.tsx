import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';

/** Which words are marked in the facing passages. */
export interface ShownMarks {
  readonly common: boolean;
  readonly particular: boolean;
}

interface MarkTogglesProps {
  readonly shown: ShownMarks;
  readonly onChange: (shown: ShownMarks) => void;
}

/** The legend of the marks, and whether they are shown: each line of it switches its own. */
export function MarkToggles({ shown, onChange }: MarkTogglesProps): ReactNode {
  return (
    <fieldset className="facing-marks">
      <legend className="visually-hidden">Marked words</legend>
      <ToggleButton
        className="facing-mark"
        isSelected={shown.common}
        onChange={(common) => onChange({ ...shown, common })}
      >
        <mark data-mark="term">both say</mark>
      </ToggleButton>
      <ToggleButton
        className="facing-mark"
        isSelected={shown.particular}
        onChange={(particular) => onChange({ ...shown, particular })}
      >
        <mark data-mark="particular">only this one says</mark>
      </ToggleButton>
    </fieldset>
  );
}
