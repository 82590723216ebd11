import type { editor } from 'monaco-editor/editor/editor.api';
import type { TextRange } from '../../shared/model/text.ts';
import { monaco } from './monaco.ts';
import { insertLink, type TextCommand, toggleHeading, toggleList, toggleMark } from './text-commands.ts';

type Build = (text: string, selected: TextRange) => TextCommand;

interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly number[];
  readonly build: Build;
}

function actions(): readonly Action[] {
  const { KeyMod, KeyCode } = monaco;
  const heading = (level: number, key: number): Action => ({
    id: `codicil.heading${level}`,
    label: `Heading ${level}`,
    keys: [KeyMod.CtrlCmd | KeyMod.Alt | key],
    build: (text, selected) => toggleHeading(text, selected, level),
  });
  return [
    {
      id: 'codicil.bold',
      label: 'Bold',
      keys: [KeyMod.CtrlCmd | KeyCode.KeyB],
      build: (text, selected) => toggleMark(text, selected, '**'),
    },
    {
      id: 'codicil.italic',
      label: 'Italic',
      keys: [KeyMod.CtrlCmd | KeyCode.KeyI],
      build: (text, selected) => toggleMark(text, selected, '*'),
    },
    { id: 'codicil.link', label: 'Link', keys: [KeyMod.CtrlCmd | KeyCode.KeyK], build: insertLink },
    {
      id: 'codicil.bullets',
      label: 'Bulleted List',
      keys: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Digit8],
      build: (text, selected) => toggleList(text, selected, 'bullet'),
    },
    {
      id: 'codicil.numbers',
      label: 'Numbered List',
      keys: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Digit7],
      build: (text, selected) => toggleList(text, selected, 'number'),
    },
    heading(1, KeyCode.Digit1),
    heading(2, KeyCode.Digit2),
    heading(3, KeyCode.Digit3),
  ];
}

/** What the editor's own menu and keys ask of the window around it. */
export interface EditorRequests {
  readonly onPalette: () => void;
  /** Follow the selected words, or the paragraph of the caret, through the versions. */
  readonly onTrace: () => void;
}

/** Gives the editor the formatting keys of a word processor, and F1 for the window's own palette instead of Monaco's. */
export function addEditingActions(instance: editor.IStandaloneCodeEditor, requests: EditorRequests): void {
  for (const { id, label, keys, build } of actions())
    instance.addAction({
      id,
      label,
      keybindings: [...keys],
      run: () => runCommand(instance, build),
    });
  instance.addAction({
    id: 'codicil.trace',
    label: 'Trace This Passage',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.KeyY],
    run: requests.onTrace,
  });
  instance.addCommand(monaco.KeyCode.F1, requests.onPalette);
}

function runCommand(instance: editor.IStandaloneCodeEditor, build: Build): void {
  const model = instance.getModel();
  const selection = instance.getSelection();
  if (!model || !selection) return;
  const selected = {
    from: model.getOffsetAt(selection.getStartPosition()),
    to: model.getOffsetAt(selection.getEndPosition()),
  };
  const { edits, selection: after } = build(model.getValue(), selected);
  const rangeOf = (range: TextRange): InstanceType<typeof monaco.Range> =>
    monaco.Range.fromPositions(model.getPositionAt(range.from), model.getPositionAt(range.to));
  instance.pushUndoStop();
  instance.executeEdits(
    'codicil',
    edits.map((edit) => ({ range: rangeOf(edit), text: edit.insert })),
  );
  instance.setSelection(rangeOf(after));
  instance.pushUndoStop();
}
