import {
  ArrowDown,
  ArrowLeftRight,
  ArrowUp,
  Columns2,
  Copy,
  Download,
  FileCode,
  FoldVertical,
  ListFilter,
  Rows3,
  Search,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton, Toolbar } from 'react-aria-components';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import { IconButton } from '../components/button.tsx';
import { Hint } from '../components/hint.tsx';
import { MenuButton, type MenuEntries } from '../components/menu.tsx';
import { Segmented } from '../components/segmented.tsx';
import { countOf } from './change-words.ts';
import { TextPicker } from './text-picker.tsx';

/** How the comparison is shown. */
export type CompareMode = 'side' | 'inline' | 'markdown';

const MODES = [
  { value: 'side', label: 'Side by side', icon: Columns2 },
  { value: 'inline', label: 'Inline', icon: Rows3 },
  { value: 'markdown', label: 'Markdown', icon: FileCode },
] as const;

interface PickersProps {
  readonly a: TextReference | null;
  readonly b: TextReference | null;
  /** What a text is called; empty while that is not known. */
  readonly labelOf: (reference: TextReference | null) => string;
  readonly onNamed: (reference: TextReference, label: string) => void;
  readonly policyId: number | null;
  readonly onChoose: (a: TextReference | null, b: TextReference | null) => void;
  readonly onClose: () => void;
}

/** Says what is compared with what, and changes either side. */
export function ComparePickers(props: PickersProps): ReactNode {
  const { a, b, labelOf, onNamed, policyId, onChoose, onClose } = props;
  return (
    <header className="cmp-head">
      <TextPicker
        side="Old text"
        reference={a}
        label={labelOf(a)}
        policyId={policyId}
        onPick={(next, label) => {
          onNamed(next, label);
          onChoose(next, b);
        }}
      />
      <IconButton icon={ArrowLeftRight} label="Swap the two sides" onPress={() => onChoose(b, a)} />
      <TextPicker
        side="New text"
        reference={b}
        label={labelOf(b)}
        policyId={policyId}
        onPick={(next, label) => {
          onNamed(next, label);
          onChoose(a, next);
        }}
      />
      <span className="cmp-space" />
      <IconButton icon={X} label="Close the comparison" onPress={onClose} />
    </header>
  );
}

interface ToolbarProps {
  readonly mode: CompareMode;
  readonly onMode: (mode: CompareMode) => void;
  readonly position: number;
  readonly total: number;
  readonly onStep: (direction: 1 | -1) => void;
  readonly folded: boolean;
  readonly onFolded: (folded: boolean) => void;
  readonly listed: boolean;
  readonly onListed: (listed: boolean) => void;
  readonly onFind: () => void;
  readonly copyEntries: MenuEntries;
  readonly exportEntries: MenuEntries;
}

/** The controls of a finished comparison. */
export function CompareToolbar(props: ToolbarProps): ReactNode {
  const { mode, position, total, onStep, folded, onFolded, listed, onListed } = props;
  const idle = total === 0 || mode === 'markdown';
  return (
    <Toolbar aria-label="Comparison" className="cmp-toolbar">
      <Segmented label="How to show the comparison" segments={MODES} value={mode} onChange={props.onMode} />
      <div className="cmp-steps">
        <IconButton
          icon={ArrowUp}
          label="Previous change"
          shortcut="Shift+F8"
          onPress={() => onStep(-1)}
          isDisabled={idle}
        />
        <IconButton
          icon={ArrowDown}
          label="Next change"
          shortcut="F8"
          onPress={() => onStep(1)}
          isDisabled={idle}
        />
        <span className="cmp-position">
          {position > 0
            ? `${position.toLocaleString('en')} of ${total.toLocaleString('en')}`
            : countOf(total, 'change')}
        </span>
      </div>
      <span className="cmp-space" />
      <ToolbarToggle icon={FoldVertical} label="Collapse unchanged" on={folded} onChange={onFolded} />
      <ToolbarToggle icon={ListFilter} label="Changes" on={listed} onChange={onListed} />
      <IconButton icon={Search} label="Find in the comparison" shortcut="Ctrl+F" onPress={props.onFind} />
      <MenuButton label="Copy" entries={props.copyEntries}>
        <MenuTriggerButton icon={Copy} label="Copy" />
      </MenuButton>
      <MenuButton label="Export the comparison" entries={props.exportEntries}>
        <MenuTriggerButton icon={Download} label="Export" />
      </MenuButton>
    </Toolbar>
  );
}

interface ToggleProps {
  readonly icon: typeof ListFilter;
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function ToolbarToggle({ icon: Icon, label, on, onChange }: ToggleProps): ReactNode {
  return (
    <Hint text={label}>
      <ToggleButton className="button cmp-toggle" isSelected={on} onChange={onChange}>
        <Icon aria-hidden size={15} strokeWidth={1.75} />
        {label}
      </ToggleButton>
    </Hint>
  );
}

function MenuTriggerButton({
  icon: Icon,
  label,
}: {
  readonly icon: typeof Copy;
  readonly label: string;
}): ReactNode {
  return (
    <AriaButton className="button button-quiet">
      <Icon aria-hidden size={15} strokeWidth={1.75} />
      {label}
    </AriaButton>
  );
}
