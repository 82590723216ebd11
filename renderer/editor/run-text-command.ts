import type { editor } from 'monaco-editor/editor/editor.api';
import type { TextRange } from '../../shared/model/text.ts';
import { monaco } from './monaco.ts';
import type { TextCommand } from './text-commands.ts';

/** Runs a command at the caret as one undo step; false where it does nothing there. */
export function runTextCommand(
  instance: editor.IStandaloneCodeEditor,
  command: (text: string, offset: number) => TextCommand | null,
): boolean {
  const model = instance.getModel();
  const position = instance.getPosition();
  if (!model || !position) return false;
  const result = command(model.getValue(), model.getOffsetAt(position));
  if (!result) return false;
  const rangeOf = (range: TextRange): InstanceType<typeof monaco.Range> =>
    monaco.Range.fromPositions(model.getPositionAt(range.from), model.getPositionAt(range.to));
  if (result.edits.length > 0) {
    instance.pushUndoStop();
    instance.executeEdits(
      'codicil',
      result.edits.map((edit) => ({ range: rangeOf(edit), text: edit.insert })),
    );
    instance.pushUndoStop();
  }
  instance.setSelection(rangeOf(result.selection));
  instance.revealRange(rangeOf(result.selection));
  return true;
}
