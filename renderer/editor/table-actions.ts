import type { editor } from 'monaco-editor/editor/editor.api';
import { insertTable } from './insert-table.ts';
import { monaco } from './monaco.ts';
import { runTextCommand } from './run-text-command.ts';
import {
  addColumn,
  addRow,
  alignColumn,
  deleteColumn,
  deleteRow,
  enterInTable,
  moveToCell,
  tableAt,
  tidyTable,
} from './table-commands.ts';
import type { TextCommand } from './text-commands.ts';

/** True while the caret is in a table: Tab and Enter then do what a word processor does. */
const IN_TABLE = 'codicilInTable';
const KEYS_FREE = `${IN_TABLE} && editorTextFocus && !editorReadonly && !suggestWidgetVisible && !renameInputVisible && !inSnippetMode && !editorHasMultipleSelections`;

type Command = (text: string, offset: number) => TextCommand | null;

interface TableAction {
  readonly id: string;
  readonly label: string;
  readonly run: Command;
  readonly keys?: readonly number[];
}

/** Gives the editor the keys and commands for tables. */
export function addTableActions(instance: editor.IStandaloneCodeEditor): void {
  const inTable = instance.createContextKey<boolean>(IN_TABLE, false);
  const look = (): void => {
    const model = instance.getModel();
    const position = instance.getPosition();
    // Most lines have no bar, and then nothing else is looked at.
    const hasBar = model && position ? model.getLineContent(position.lineNumber).includes('|') : false;
    inTable.set(hasBar && model !== null && position !== null && isInTable(model, position));
  };
  instance.onDidChangeCursorPosition(look);
  instance.onDidChangeModel(look);
  const { KeyCode, KeyMod } = monaco;
  const keys = (id: string, label: string, keybinding: number, run: Command, otherwise: string): void => {
    instance.addAction({
      id,
      label,
      precondition: KEYS_FREE,
      keybindings: [keybinding],
      run: () => {
        if (!runTextCommand(instance, run)) instance.trigger('codicil', otherwise, null);
      },
    });
  };
  keys('codicil.tableNext', 'Next Cell', KeyCode.Tab, (text, at) => moveToCell(text, at, 1), 'tab');
  keys(
    'codicil.tablePrevious',
    'Previous Cell',
    KeyMod.Shift | KeyCode.Tab,
    (text, at) => moveToCell(text, at, -1),
    'outdent',
  );
  keys('codicil.tableEnter', 'New Row', KeyCode.Enter, enterInTable, 'lineBreakInsert');
  instance.addAction({
    id: 'codicil.table',
    label: 'Insert a Table',
    precondition: `!${IN_TABLE}`,
    run: () => void runTextCommand(instance, insertTable),
  });
  for (const action of tableActions())
    instance.addAction({
      id: action.id,
      label: action.label,
      precondition: IN_TABLE,
      keybindings: [...(action.keys ?? [])],
      run: () => void runTextCommand(instance, action.run),
    });
}

function tableActions(): readonly TableAction[] {
  return [
    { id: 'codicil.rowAbove', label: 'Insert Row Above', run: (text, at) => addRow(text, at, 'above') },
    { id: 'codicil.rowBelow', label: 'Insert Row Below', run: (text, at) => addRow(text, at, 'below') },
    { id: 'codicil.rowDelete', label: 'Delete Row', run: deleteRow },
    {
      id: 'codicil.columnBefore',
      label: 'Insert Column Left',
      run: (text, at) => addColumn(text, at, 'before'),
    },
    {
      id: 'codicil.columnBehind',
      label: 'Insert Column Right',
      run: (text, at) => addColumn(text, at, 'behind'),
    },
    { id: 'codicil.columnDelete', label: 'Delete Column', run: deleteColumn },
    { id: 'codicil.alignLeft', label: 'Align Column Left', run: (text, at) => alignColumn(text, at, 'left') },
    {
      id: 'codicil.alignCenter',
      label: 'Align Column to the Middle',
      run: (text, at) => alignColumn(text, at, 'center'),
    },
    {
      id: 'codicil.alignRight',
      label: 'Align Column Right',
      run: (text, at) => alignColumn(text, at, 'right'),
    },
    {
      id: 'codicil.tableTidy',
      label: 'Tidy the Table',
      keys: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
      run: tidyTable,
    },
  ];
}

/** Looks at the lines around the caret only: this runs at every move of the caret in a line with a bar. */
export function isInTable(
  model: editor.ITextModel,
  { lineNumber }: { readonly lineNumber: number },
): boolean {
  let first = lineNumber;
  while (first > 1 && model.getLineContent(first - 1).includes('|')) first--;
  let last = lineNumber;
  while (
    last < model.getLineCount() &&
    last <= lineNumber + 1 &&
    model.getLineContent(last + 1).includes('|')
  )
    last++;
  const lines: string[] = [];
  for (let line = first; line <= last; line++) lines.push(model.getLineContent(line));
  const offset = lines.slice(0, lineNumber - first).reduce((sum, line) => sum + line.length + 1, 0);
  return tableAt(lines.join('\n'), offset) !== null;
}
