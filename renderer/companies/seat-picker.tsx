import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { countOf } from '../compare/change-words.ts';
import '../components/field.css';
import type { Seat } from './seats.ts';

interface SeatPickerProps {
  readonly seats: readonly Seat[];
  readonly chosen: readonly Seat[];
  readonly onChoose: (chosen: readonly Seat[]) => void;
}

/** Chooses which policies of the library sit at the table; they keep the library's order. */
export function SeatPicker({ seats, chosen, onChoose }: SeatPickerProps): ReactNode {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <DialogTrigger>
      <AriaButton className="button">
        {countOf(chosen.length, 'policy', 'policies')}
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog aria-label="Policies at the table" className="seat-dialog">
          <Autocomplete filter={contains}>
            <SearchField aria-label="Filter policies" className="seat-search" autoFocus>
              <Input className="text-input" placeholder="Company or policy" />
            </SearchField>
            <ListBox
              aria-label="Policies"
              className="seat-list"
              selectionMode="multiple"
              escapeKeyBehavior="none"
              selectedKeys={chosen.map((seat) => seat.policyId)}
              onSelectionChange={(keys) =>
                onChoose(seats.filter((seat) => keys === 'all' || keys.has(seat.policyId)))
              }
              items={seats.map((seat) => ({ ...seat, id: seat.policyId }))}
            >
              {(seat) => (
                <ListBoxItem className="seat-item" textValue={`${seat.company} ${seat.policy}`}>
                  {({ isSelected }) => (
                    <>
                      <span className="seat-check" aria-hidden>
                        {isSelected ? '✓' : ''}
                      </span>
                      <span className="co-company">{seat.company}</span>
                      <span>{seat.policy}</span>
                    </>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
