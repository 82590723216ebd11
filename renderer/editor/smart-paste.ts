import type { editor } from 'monaco-editor/editor/editor.api';
import type { Result } from '../../shared/model/result.ts';
import { shownShortcut } from '../components/shortcut.ts';
import { monaco } from './monaco.ts';
import { fitInto } from './paste-fit.ts';

/** What pasting needs of the window. */
export interface PasteRequests {
  /** Clipboard HTML as Markdown; parsed in another process, never here. */
  readonly convert: (html: string) => Promise<Result<string>>;
  readonly say: (message: string) => void;
}

/** Put on the clipboard by Monaco itself: the text is Markdown already. */
const OWN_TYPE = 'vscode-editor-data';
/** Elements that carry structure; HTML without any is the plain text in other letters. */
const STRUCTURE =
  /<(?:h[1-6]|ul|ol|li|table|a\s|b|strong|i|em|blockquote|del|s|br|p|div)[\s>]|mso-list|font-weight|font-style/i;

/**
 * Pastes what was copied from a word processor or a web page as Markdown, as one undo step. Plain text, and text copied in the editor
 * itself, is pasted as ever. Dispose to stop.
 */
export function addSmartPaste(
  instance: editor.IStandaloneCodeEditor,
  requests: PasteRequests,
): { dispose(): void } {
  const host = instance.getContainerDomNode();
  const onPaste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    const inText =
      event.target instanceof Element && event.target.closest('.find-widget, .rename-box') === null;
    if (!data || !inText || data.types.includes(OWN_TYPE)) return;
    const html = data.getData('text/html');
    if (!STRUCTURE.test(html)) return;
    event.preventDefault();
    event.stopPropagation();
    void pasteConverted(instance, requests, html, data.getData('text/plain'));
  };
  host.addEventListener('paste', onPaste, true);
  return { dispose: () => host.removeEventListener('paste', onPaste, true) };
}

async function pasteConverted(
  instance: editor.IStandaloneCodeEditor,
  { convert, say }: PasteRequests,
  html: string,
  plain: string,
): Promise<void> {
  const model = instance.getModel();
  const selection = instance.getSelection();
  if (!model || !selection) return;
  // The place moves with the text while the answer is on its way.
  const place = instance.createDecorationsCollection([{ range: selection, options: {} }]);
  const converted = await convert(html);
  const range = place.getRange(0) ?? selection;
  place.clear();
  if (instance.getModel() !== model) return;
  const text = converted.ok ? converted.value : plain;
  const inserted = fitInto(text, textBefore(model, range), textAfter(model, range));
  instance.pushUndoStop();
  instance.executeEdits('codicil.paste', [{ range, text: inserted, forceMoveMarkers: true }]);
  instance.pushUndoStop();
  instance.setPosition(model.getPositionAt(model.getOffsetAt(startOf(range)) + inserted.length));
  instance.revealPositionInCenterIfOutsideViewport(instance.getPosition() ?? startOf(range));
  say(
    converted.ok
      ? `Pasted as Markdown. ${shownShortcut('Ctrl+Shift+V')} pastes the plain text instead.`
      : `Pasted as plain text: ${converted.error.message}`,
  );
}

function startOf(range: { readonly startLineNumber: number; readonly startColumn: number }) {
  return new monaco.Position(range.startLineNumber, range.startColumn);
}

function textBefore(
  model: editor.ITextModel,
  { startLineNumber, startColumn }: InstanceType<typeof monaco.Range>,
): string {
  return model.getLineContent(startLineNumber).slice(0, startColumn - 1);
}

function textAfter(
  model: editor.ITextModel,
  { endLineNumber, endColumn }: InstanceType<typeof monaco.Range>,
): string {
  return model.getLineContent(endLineNumber).slice(endColumn - 1);
}
