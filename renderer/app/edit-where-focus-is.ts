import { describeKey, type KeyPress } from '../components/shortcut.ts';
import type { Services } from './services.ts';

export type FieldEdit = 'undo' | 'redo' | 'selectAll';

/** Does what an entry of the Edit menu says where the person is: in a field of a dialog or a panel, else in the policy's text. */
export function editWhereFocusIs(edit: FieldEdit, services: Services): void {
  const editor = services.session.editor.get();
  // Deprecated, and the only way to a field's own undo stack and to what the engine calls all.
  if (!editor || !meansText(services)) document.execCommand(edit);
  else if (edit === 'selectAll') editor.select({ from: 0, to: editor.text().length });
  else {
    editor.step(edit);
    services.navigator.announce(edit === 'undo' ? 'Undone.' : 'Done again.');
  }
}

/** What a key undoes or does again that no field has taken: a step of the text that was made from a panel. Null for other keys. */
export function stepForKey(press: KeyPress, services: Services): 'undo' | 'redo' | null {
  const step = STEPS[describeKey(press)];
  return step && meansText(services) ? step : null;
}

const STEPS: Readonly<Record<string, 'undo' | 'redo'>> = {
  'Ctrl+Z': 'undo',
  'Ctrl+Y': 'redo',
  'Ctrl+Shift+Z': 'redo',
};

/** The text is on the screen, and no field of its own has the focus. */
function meansText({ navigator }: Services): boolean {
  const { dialog, view } = navigator.store.get();
  return !dialog && (view === 'editor' || view === 'preview') && !isPlainField(document.activeElement);
}

/** A field that is not the one in which the text editor takes the keyboard. */
function isPlainField(element: Element | null): boolean {
  const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return field && !element.matches('.monaco-editor .inputarea');
}
