import type { Services } from './services.ts';

/** The parts of the window between which F6 goes, as they stand from left to right; messages while there are any. */
const PARTS = ['library', 'text', 'panel', 'lifeline', 'messages'] as const;
export type WindowPart = (typeof PARTS)[number];

const ROOTS: Readonly<Record<WindowPart, string>> = {
  library: 'nav.library',
  text: 'main.center',
  panel: '.side-panel',
  lifeline: 'aside.lifeline',
  messages: '.notices:has(.notice)',
};
const NAMES: Readonly<Record<WindowPart, string>> = {
  library: 'Library',
  text: 'Text',
  panel: 'Side panel',
  lifeline: 'Lifeline',
  messages: 'Messages',
};

/** What a person most likely comes for, the best first: the chosen row or cell, a field, anything that takes the keyboard. */
const WANTED = [
  '.row-main[tabindex="0"], [data-place][tabindex="0"], [role="row"][tabindex="0"], [role="treegrid"]',
  'input, textarea, select',
  'button:not([tabindex="-1"]), a[href], [tabindex="0"]',
];

/** A part that was only just asked for is drawn within this time, or its text could not be read. */
const PATIENCE_MS = 10_000;

/** Moves the focus into a part of the window, as soon as it is drawn. */
export function focusPart(part: WindowPart, services: Services): void {
  if (part === 'text' && focusEditor(services)) return;
  const tries = Date.now() + PATIENCE_MS;
  const begunAt = document.activeElement;
  const attempt = (): void => {
    const { activeElement } = document;
    const goneOn = activeElement !== begunAt && activeElement !== document.body;
    if (goneOn && rootOf(part)?.contains(activeElement) !== true) return; // the person is somewhere else by now
    const target = placeToFocus(part);
    if (target) target.focus();
    else if (Date.now() < tries) requestAnimationFrame(attempt);
  };
  // What was shown a moment ago is still being drawn, and may be another panel than was asked for.
  requestAnimationFrame(() => requestAnimationFrame(attempt));
}

/** Moves the focus from the part that has it to the next one that is there, or back. */
export function focusNextPart(step: 1 | -1, services: Services): void {
  const present = PARTS.filter((part) => rootOf(part) !== null);
  const at = present.findIndex((part) => rootOf(part)?.contains(document.activeElement) === true);
  const next = present[(Math.max(at, step > 0 ? at : 0) + step + present.length) % present.length];
  if (!next) return;
  focusPart(next, services);
  services.navigator.announce(NAMES[next]);
}

function focusEditor({ navigator, session }: Services): boolean {
  const editor = session.editor.get();
  if (navigator.store.get().view !== 'editor' || !editor) return false;
  editor.focus();
  return true;
}

function rootOf(part: WindowPart): Element | null {
  return document.querySelector(ROOTS[part]);
}

function placeToFocus(part: WindowPart): HTMLElement | null {
  const root = part === 'text' ? document.querySelector('.center-view:not([hidden])') : rootOf(part);
  if (!root) return null;
  for (const selector of WANTED) {
    const found = [...root.querySelectorAll<HTMLElement>(selector)].find(
      (element) => element.getClientRects().length > 0 && !element.matches(':disabled'),
    );
    if (found) return found;
  }
  return null;
}
