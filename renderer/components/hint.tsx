import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './hint.css';
import { shownShortcut } from './shortcut.ts';

interface HintProps {
  readonly text: string;
  readonly shortcut?: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** One focusable control. */
  readonly children: ReactElement;
}

/** A short explanation that appears beside a control on hover and keyboard focus. */
export function Hint({ text, shortcut, placement = 'bottom', children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <Tooltip className="hint" placement={placement} offset={6}>
        {text}
        {shortcut ? <kbd className="hint-shortcut">{shownShortcut(shortcut)}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
