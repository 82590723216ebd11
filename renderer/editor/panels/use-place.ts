import type { TextRange } from '../../../shared/model/text.ts';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';

/** Takes the reader to a place in the text, in whatever view the text is shown. */
export function useGoTo(): (place: { readonly range: TextRange }) => void {
  const { session, navigator } = useServices();
  return ({ range }) => {
    const { view } = navigator.store.get();
    if (view !== 'editor' && view !== 'preview') navigator.show('editor');
    session.editor.get()?.reveal(range);
  };
}

/** Shows a place of the text and leaves the focus in the panel. */
export function useShowPlace(): (place: { readonly range: TextRange }) => void {
  const { session } = useServices();
  return ({ range }) => session.editor.get()?.show(range);
}

/** The caret's 1-based line. */
export function useCaretLine(): number {
  const { caret } = useServices();
  return useStore(caret, (state) => state.line);
}
