import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { ChangeClass, Signal } from '../../shared/compare/comparison.ts';
import { type ChangeFilter, countChanges, toggled } from './change-filter.ts';
import type { ChangeEntry } from './change-index.ts';
import { CLASS_NAMES, SIGNAL_NAMES } from './change-words.ts';

interface ChangeFiltersProps {
  readonly entries: readonly ChangeEntry[];
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
}

/** The filters of the change list: one switch for each class and signal that occurs, with its count, and the sections. */
export function ChangeFilters({ entries, filter, onChange }: ChangeFiltersProps): ReactNode {
  const { classes, signals, sections } = countChanges(entries);
  return (
    <div className="cmp-filters">
      <fieldset>
        <legend>Kinds of change</legend>
        {keysOf(CLASS_NAMES).map((name) => (
          <FilterSwitch
            key={name}
            label={CLASS_NAMES[name]}
            count={classes.get(name) ?? 0}
            on={!filter.hiddenClasses.has(name)}
            onToggle={() => onChange({ ...filter, hiddenClasses: toggled(filter.hiddenClasses, name) })}
          />
        ))}
      </fieldset>
      {signals.size > 0 ? (
        <fieldset>
          <legend>Only those that touch</legend>
          {keysOf(SIGNAL_NAMES).map((name) => (
            <FilterSwitch
              key={name}
              label={SIGNAL_NAMES[name]}
              count={signals.get(name) ?? 0}
              on={filter.signals.has(name)}
              onToggle={() => onChange({ ...filter, signals: toggled(filter.signals, name) })}
            />
          ))}
        </fieldset>
      ) : null}
      {sections.size > 1 ? (
        <label className="cmp-section-filter">
          <span>Section</span>
          <select
            value={filter.section ?? ALL_SECTIONS}
            onChange={(event) =>
              onChange({
                ...filter,
                section: event.target.value === ALL_SECTIONS ? null : event.target.value,
              })
            }
          >
            <option value={ALL_SECTIONS}>All sections</option>
            {[...sections].map(([path, count]) => (
              <option key={path} value={path}>
                {`${path || 'Before the first heading'} (${count})`}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}

/** Not a path: paths join headings, and no heading is a line feed. */
const ALL_SECTIONS = '\n';

interface FilterSwitchProps {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly onToggle: () => void;
}

function FilterSwitch({ label, count, on, onToggle }: FilterSwitchProps): ReactNode {
  if (count === 0) return null;
  return (
    <ToggleButton className="cmp-switch" isSelected={on} onChange={onToggle}>
      <span className="cmp-switch-sign" aria-hidden />
      {label} <span className="cmp-switch-count">{count.toLocaleString('en')}</span>
    </ToggleButton>
  );
}

function keysOf<Key extends ChangeClass | Signal>(names: Readonly<Record<Key, string>>): readonly Key[] {
  return Object.keys(names) as Key[];
}
