import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The row of buttons at the foot. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'full';
  readonly onClose: () => void;
  /** False while something runs that must not be left by Escape or a click outside. */
  readonly dismissable?: boolean;
}

const FOCUSABLE = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';

/** A modal dialog that is shown for as long as it is rendered. Escape, the cross and a click outside close it. */
export function Dialog({
  title,
  children,
  actions,
  size = 'medium',
  onClose,
  dismissable = true,
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    // What scrolls must be reachable by keyboard; engines before Chromium 130 do not see to that themselves.
    const scrolls = element.scrollHeight > element.clientHeight;
    if (scrolls && !element.querySelector(FOCUSABLE)) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
  return (
    <ModalOverlay
      isOpen
      className="dialog-scrim"
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-frame">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {dismissable ? <IconButton icon={X} label="Close" onPress={onClose} /> : null}
          </header>
          <div ref={body} className="dialog-body">
            {children}
          </div>
          {actions ? <footer className="dialog-actions">{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
