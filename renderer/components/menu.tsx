import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import './menu.css';
import { shownShortcut } from './shortcut.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** Entries in order; a null draws a line between groups. */
export type MenuEntries = readonly (MenuEntry | null)[];

interface MenuProps {
  readonly label: string;
  readonly entries: MenuEntries;
  /** Called when the menu has done its work, for menus that no trigger closes. */
  readonly onClose?: () => void;
}

/** The list of a menu, for use inside any popover. */
export function MenuList({ label, entries, onClose }: MenuProps) {
  return (
    <AriaMenu aria-label={label} className="menu" autoFocus="first" {...(onClose ? { onClose } : {})}>
      {entries.map((entry, index) =>
        entry ? (
          <MenuItem
            key={entry.id}
            id={entry.id}
            className="menu-item"
            textValue={entry.label}
            isDisabled={entry.disabled ?? false}
            onAction={entry.run}
          >
            {entry.icon ? <entry.icon aria-hidden size={15} strokeWidth={1.75} /> : <span />}
            <span className="menu-label">{entry.label}</span>
            {entry.shortcut ? <kbd>{shownShortcut(entry.shortcut)}</kbd> : null}
          </MenuItem>
        ) : (
          // The position is what a separator is: entries never move within one menu.
          <Separator key={`line-${entries[index - 1]?.id ?? 'top'}`} className="menu-line" />
        ),
      )}
    </AriaMenu>
  );
}

/** A button that opens a menu. */
export function MenuButton({ label, entries, children }: MenuProps & { readonly children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement="bottom end" offset={4}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}
