import type { editor } from 'monaco-editor/editor/editor.api';
import type { Note } from '../../shared/markdown/notes.ts';
import { countWords, type TextEdit, type TextRange } from '../../shared/model/text.ts';
import { type AgeMark, addAgeMargin } from './age-decorations.ts';
import { addEditingActions, type EditorRequests } from './editing-actions.ts';
import { type EditorFont, FONT_TOKENS } from './editor-font.ts';
import { EDITOR_OPTIONS, fontOptions } from './editor-options.ts';
import type { Caret, EditorPort } from './editor-port.ts';
import { scrollEditorTo, scrollPointOf } from './editor-scroll.ts';
import { monaco } from './monaco.ts';
import { buildEditorTheme } from './monaco-theme.ts';
import { createNoteMarks } from './notes/note-marks.ts';
import { POLICY_LANGUAGE, registerPolicyLanguage } from './policy-language.ts';
import { addSmartPaste, type PasteRequests } from './smart-paste.ts';
import { addTableActions } from './table-actions.ts';
import { addTextMenu, type TextMenuRequest } from './text-menu.ts';
import { throttle } from './throttle.ts';

/** What `mountEditor` needs of a document. */
interface ShownDocument {
  readonly policyId: number;
  readonly text: string;
  readonly revision: number;
}

interface MountOptions extends EditorRequests, PasteRequests {
  readonly onChange: () => void;
  readonly onCaret: (caret: Caret) => void;
  readonly onMenu: (request: TextMenuRequest) => void;
}

/** A Monaco editor on the screen, with one model (and so one undo stack) for each policy that was opened. */
export interface MountedEditor {
  readonly port: EditorPort;
  show(document: ShownDocument): void;
  setTheme(dark: boolean): void;
  setFont(font: EditorFont, size: number, lineNumbers: boolean): void;
  /** Shows the ages in the margin in place of line numbers; null takes them away. */
  setAges(ages: readonly AgeMark[] | null): void;
  /** Marks the notes that were read from a text of this length. */
  setNotes(notes: readonly Note[], length: number): void;
  model(): editor.ITextModel | null;
  dispose(): void;
}

/** Status bar and panels follow the caret this often; at every keystroke they would take a third of its time. */
const CARET_INTERVAL_MS = 90;
/** Counting the words of a larger selection at every move would be felt. */
const MAX_COUNTED_SELECTION = 200_000;

/** Creates the editor in `host`. Dispose it when the host goes. */
export function mountEditor(host: HTMLElement, options: MountOptions): MountedEditor {
  registerPolicyLanguage();
  const instance = monaco.editor.create(host, EDITOR_OPTIONS);
  const models = new Map<number, editor.ITextModel>();
  const scrolls = new Map<number, editor.ICodeEditorViewState>();
  let shown: ShownDocument | null = null;
  let loading = false;

  instance.onDidChangeModelContent(() => {
    if (!loading) options.onChange();
  });
  const tellCaret = throttle(() => options.onCaret(caretOf(instance)), CARET_INTERVAL_MS);
  instance.onDidChangeCursorSelection(tellCaret.call);
  addEditingActions(instance, options);
  const margin = addAgeMargin(instance);
  addTableActions(instance);
  const menu = addTextMenu(instance, options.onMenu);
  const notes = createNoteMarks(instance);
  const paste = addSmartPaste(instance, options);

  function modelOf(document: ShownDocument): editor.ITextModel {
    const known = models.get(document.policyId);
    if (known) {
      // Text that came from elsewhere (an import, a restore) is one more step of the same undo stack.
      if (known.getValue() !== document.text) replaceAll(known, document.text);
      return known;
    }
    const uri = monaco.Uri.from({ scheme: 'policy', path: `/${document.policyId}` });
    const model = monaco.editor.createModel(document.text, POLICY_LANGUAGE, uri);
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    models.set(document.policyId, model);
    return model;
  }

  return {
    port: createPort(instance, () => shown?.revision ?? 0),
    model: () => instance.getModel(),
    show(document) {
      if (shown?.revision === document.revision) return;
      const view = instance.saveViewState();
      if (shown && view) scrolls.set(shown.policyId, view);
      loading = true;
      const model = modelOf(document);
      const switched = instance.getModel() !== model;
      if (switched) instance.setModel(model);
      loading = false;
      shown = document;
      const scroll = scrolls.get(document.policyId);
      if (switched && scroll) instance.restoreViewState(scroll);
      options.onCaret(caretOf(instance));
    },
    setTheme(dark) {
      const style = getComputedStyle(document.documentElement);
      const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
      monaco.editor.defineTheme('codicil', buildEditorTheme(dark, token));
      monaco.editor.setTheme('codicil');
    },
    setFont(font, size, lineNumbers) {
      const families = getComputedStyle(document.documentElement).getPropertyValue(FONT_TOKENS[font]);
      instance.updateOptions({
        ...fontOptions(families.trim(), size, font !== 'mono'),
      });
      margin.setLineNumbers(lineNumbers);
      // Bundled fonts arrive after the first layout; widths measured before that are another font's.
      void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    },
    setAges: margin.show,
    setNotes: notes.show,
    dispose() {
      tellCaret.cancel();
      paste.dispose();
      menu.dispose();
      instance.dispose();
      for (const model of models.values()) model.dispose();
    },
  };
}

function createPort(instance: editor.IStandaloneCodeEditor, revision: () => number): EditorPort {
  const textOf = (): string => instance.getModel()?.getValue(monaco.editor.EndOfLinePreference.LF) ?? '';
  const rangeOf = (range: TextRange): InstanceType<typeof monaco.Range> => {
    const model = instance.getModel();
    if (!model) return new monaco.Range(1, 1, 1, 1);
    return monaco.Range.fromPositions(model.getPositionAt(range.from), model.getPositionAt(range.to));
  };
  const show = (range: TextRange): void => {
    const target = rangeOf(range);
    instance.setSelection(target);
    instance.revealRangeInCenterIfOutsideViewport(target, monaco.editor.ScrollType.Immediate);
  };
  return {
    revision,
    text: textOf,
    reveal(range) {
      show(range);
      instance.focus();
    },
    revealLine(line) {
      instance.setPosition({ lineNumber: line, column: 1 });
      instance.revealLineInCenterIfOutsideViewport(line, monaco.editor.ScrollType.Immediate);
      instance.focus();
    },
    show,
    step(kind) {
      if (kind === 'undo') instance.getModel()?.undo();
      else instance.getModel()?.redo();
    },
    scrollTo: (point) => scrollEditorTo(instance, point),
    scrollPoint: () => scrollPointOf(instance),
    lineCount: () => instance.getModel()?.getLineCount() ?? 1,
    onScroll(listener) {
      const subscription = instance.onDidScrollChange((event) => {
        if (event.scrollTopChanged) listener();
      });
      return () => subscription.dispose();
    },
    focus: () => instance.focus(),
    apply(edits: readonly TextEdit[]) {
      instance.pushUndoStop();
      instance.executeEdits(
        'codicil',
        edits.map((edit) => ({ range: rangeOf(edit), text: edit.insert, forceMoveMarkers: true })),
      );
      instance.pushUndoStop();
    },
    selection() {
      const model = instance.getModel();
      const selection = instance.getSelection();
      if (!model || !selection) return { from: 0, to: 0 };
      return {
        from: model.getOffsetAt(selection.getStartPosition()),
        to: model.getOffsetAt(selection.getEndPosition()),
      };
    },
    select: (range) => instance.setSelection(rangeOf(range)),
    run: (command) => instance.trigger('codicil', command, null),
  };
}

function caretOf(instance: editor.IStandaloneCodeEditor): Caret {
  const model = instance.getModel();
  const selection = instance.getSelection();
  if (!model || !selection) return { line: 1, column: 1, offset: 0, selectedWords: 0 };
  const position = selection.getPosition();
  const length = selection.isEmpty() ? 0 : model.getValueLengthInRange(selection);
  return {
    line: position.lineNumber,
    column: position.column,
    offset: model.getOffsetAt(position),
    selectedWords:
      length > 0 && length <= MAX_COUNTED_SELECTION ? countWords(model.getValueInRange(selection)) : 0,
  };
}

function replaceAll(model: editor.ITextModel, text: string): void {
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}
