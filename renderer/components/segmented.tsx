import type { LucideIcon } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './segmented.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
}

interface SegmentedProps<Value extends string> {
  /** The accessible name of the choice. */
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  /** Null where none of them is in force. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One choice of a few, always visible. */
export function Segmented<Value extends string>({ label, segments, value, onChange }: SegmentedProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segmented"
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.value));
        if (chosen) onChange(chosen.value);
      }}
    >
      {segments.map(({ value: id, label: text, icon: Icon }) => (
        <ToggleButton key={id} id={id} className="segmented-item">
          {Icon ? <Icon aria-hidden size={14} strokeWidth={1.75} /> : null}
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
