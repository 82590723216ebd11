import type { editor } from 'monaco-editor/editor/editor.api';
import { POLICY_LANGUAGE } from './policy-language.ts';

/** Prose is read best at up to about this many characters a line. */
const WRAP_COLUMN = 96;
/** Height of a line in sizes of its letters. */
const LINE_HEIGHT = 1.65;

/** Monaco as a writer of prose wants it; what serves programs only is off, which also keeps a keystroke short. */
export const EDITOR_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: 'Policy text',
  automaticLayout: true,
  bracketPairColorization: { enabled: false },
  contextmenu: false, // the system's own menu has pasting, which a page may not do by itself
  cursorSmoothCaretAnimation: 'off',
  dragAndDrop: true,
  // Nothing around the editor may be a containing block for fixed boxes, or hovers are cut off at the edge of the pane.
  fixedOverflowWidgets: true,
  folding: true,
  glyphMargin: false,
  guides: { indentation: false },
  hideCursorInOverviewRuler: true,
  language: POLICY_LANGUAGE,
  lineDecorationsWidth: 14,
  lineNumbersMinChars: 3,
  matchBrackets: 'never',
  minimap: { enabled: false },
  model: null,
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  padding: { top: 18, bottom: 120 },
  quickSuggestions: false,
  renderLineHighlight: 'line',
  renderWhitespace: 'none',
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  stickyScroll: { enabled: false },
  suggestOnTriggerCharacters: true,
  tabSize: 4,
  unicodeHighlight: { ambiguousCharacters: false },
  unusualLineTerminators: 'off',
  wordBasedSuggestions: 'off',
  wordWrap: 'bounded',
  wordWrapColumn: WRAP_COLUMN,
  wrappingIndent: 'same',
};

/** What goes with a choice of letters. */
export function fontOptions(families: string, size: number, proportional: boolean): editor.IEditorOptions {
  return {
    fontFamily: families,
    fontSize: size,
    lineHeight: Math.round(size * LINE_HEIGHT),
    // Monaco's quick wrapping takes all letters for equally wide; proportional letters must be measured.
    wrappingStrategy: proportional ? 'advanced' : 'simple',
  };
}
