import { useState } from 'react';
import { Popover } from 'react-aria-components';
import { type MenuEntries, MenuList } from './menu.tsx';

/** Where in the window a menu was asked for, in pixels. */
export interface OpenMenu {
  readonly x: number;
  readonly y: number;
}

interface PopupMenuProps {
  readonly label: string;
  readonly at: OpenMenu;
  readonly entries: MenuEntries;
  readonly onClose: () => void;
}

/** A context menu at a place of the window. */
export function PopupMenu({ label, at, entries, onClose }: PopupMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <span ref={setAnchor} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      {anchor ? (
        <Popover
          className="popover"
          isOpen
          triggerRef={{ current: anchor }}
          placement="bottom start"
          offset={0}
          onOpenChange={(open) => {
            if (!open) onClose();
          }}
        >
          <MenuList label={label} entries={entries} onClose={onClose} />
        </Popover>
      ) : null}
    </>
  );
}
