import type { editor } from 'monaco-editor/editor/editor.api';
import type { ScrollPoint } from './editor-port.ts';

/** Where a Monaco editor is scrolled to, by line. */
export function scrollPointOf(instance: editor.IStandaloneCodeEditor): ScrollPoint {
  const viewHeight = instance.getLayoutInfo().height;
  const room = instance.getScrollHeight() - viewHeight;
  const share = room > 0 ? Math.min(1, instance.getScrollTop() / room) : 0;
  return { line: lineAtHeight(instance, instance.getScrollTop() + share * viewHeight), share };
}

/** Scrolls a Monaco editor to a point. */
export function scrollEditorTo(instance: editor.IStandaloneCodeEditor, { line, share }: ScrollPoint): void {
  const whole = Math.floor(line);
  const top = instance.getTopForLineNumber(whole);
  const height = instance.getTopForLineNumber(whole + 1) - top;
  const at = top + (line - whole) * Math.max(0, height);
  instance.setScrollTop(at - share * instance.getLayoutInfo().height);
}

function lineAtHeight(instance: editor.IStandaloneCodeEditor, height: number): number {
  let low = 1;
  let high = instance.getModel()?.getLineCount() ?? 1;
  const last = high;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (instance.getTopForLineNumber(middle) <= height) low = middle;
    else high = middle - 1;
  }
  const top = instance.getTopForLineNumber(low);
  const bottom = low < last ? instance.getTopForLineNumber(low + 1) : instance.getContentHeight();
  return bottom > top ? low + Math.max(0, Math.min(1, (height - top) / (bottom - top))) : low;
}
