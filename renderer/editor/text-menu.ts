import type { editor, IDisposable } from 'monaco-editor/editor/editor.api';
import type { TextMenuPlace } from '../../shared/ipc/app-requests.ts';
import { monaco } from './monaco.ts';
import { isInTable } from './table-actions.ts';

/** Where the context menu was asked for: an offset of the text, and what the editor itself knows of it. */
export interface TextMenuRequest extends Omit<TextMenuPlace, 'named'> {
  readonly offset: number;
}

/** Asks for the context menu on a right click, which puts the caret there first, and on the keys for it. */
export function addTextMenu(
  instance: editor.IStandaloneCodeEditor,
  onMenu: (request: TextMenuRequest) => void,
): IDisposable {
  const host = instance.getContainerDomNode();
  const ask = (at: TextMenuPlace['at']): void => {
    const model = instance.getModel();
    const position = instance.getPosition();
    if (!model || !position) return;
    const range = monaco.Range.fromPositions(position);
    const markers = monaco.editor.getModelMarkers({ resource: model.uri });
    onMenu({
      at,
      offset: model.getOffsetAt(position),
      selected: instance.getSelection()?.isEmpty() === false,
      inTable: model.getLineContent(position.lineNumber).includes('|') && isInTable(model, position),
      fixable: markers.some((marker) => monaco.Range.areIntersectingOrTouching(marker, range)),
    });
  };
  const onContextMenu = (event: MouseEvent): void => {
    // The search box and other fields within the editor have the menu of fields.
    const { target } = event;
    if (target instanceof Element && target.closest('.find-widget, .rename-box')) return;
    event.preventDefault();
    event.stopPropagation();
    const place = instance.getTargetAtClientPoint(event.clientX, event.clientY)?.position;
    const isKey = event.button !== 2 && !event.ctrlKey;
    if (!isKey && place && instance.getSelection()?.containsPosition(place) !== true)
      instance.setPosition(place);
    instance.focus();
    ask(isKey ? caretPlace(instance, host) : null);
  };
  const askAtCaret = (): void => ask(caretPlace(instance, host));
  instance.addCommand(monaco.KeyMod.Shift | monaco.KeyCode.F10, askAtCaret);
  instance.addCommand(monaco.KeyCode.ContextMenu, askAtCaret);
  host.addEventListener('contextmenu', onContextMenu, true);
  return { dispose: () => host.removeEventListener('contextmenu', onContextMenu, true) };
}

/** The foot of the caret in pixels of the page. */
function caretPlace(
  instance: editor.IStandaloneCodeEditor,
  host: HTMLElement,
): { readonly x: number; readonly y: number } {
  const { left, top } = host.getBoundingClientRect();
  const position = instance.getPosition();
  const caret = position ? instance.getScrolledVisiblePosition(position) : null;
  return { x: left + (caret?.left ?? 0), y: top + (caret ? caret.top + caret.height : 0) };
}
