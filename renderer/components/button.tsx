import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Hint } from './hint.tsx';
import './button.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** `primary` at most once in a view; `quiet` has no frame until pointed at. */
  readonly variant?: 'primary' | 'default' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
}

/** A button with a word on it, and optionally an icon before the word. */
export function Button({ children, variant = 'default', icon: Icon, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${variant}`}>
      {Icon ? <Icon aria-hidden size={15} strokeWidth={1.75} /> : null}
      <span>{children}</span>
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly icon: LucideIcon;
  /** The accessible name, also shown as a hint. */
  readonly label: string;
  /** A shortcut to show in the hint. */
  readonly shortcut?: string;
}

/** A button that is only an icon; its name shows as a hint on hover and focus. */
export function IconButton({ icon: Icon, label, shortcut, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} {...(shortcut ? { shortcut } : {})}>
      <AriaButton {...rest} aria-label={label} className="button button-icon">
        <Icon aria-hidden size={16} strokeWidth={1.75} />
      </AriaButton>
    </Hint>
  );
}
