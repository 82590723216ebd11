import type { editor, IDisposable, languages } from 'monaco-editor/editor/editor.api';
import { monaco } from '../monaco.ts';
import { POLICY_LANGUAGE } from '../policy-language.ts';
import type { Spelling, SpellingState } from './spelling.ts';

/** Owner of the marks that come from the dictionary. */
const SPELLING = 'codicil-spelling';
const ADD_WORD = 'codicil.addWord';

/** Underlines misspelled words, unless the text has moved on; takes the marks away where nothing is checked. */
export function applySpelling(model: editor.ITextModel, state: SpellingState): void {
  if (state.kind === 'waiting') return;
  if (state.kind === 'checked' && model.getValueLength() !== state.text.length) return;
  const misspellings = state.kind === 'checked' ? state.misspellings : [];
  const markers = misspellings.map(({ word, from, to }): editor.IMarkerData => {
    const start = model.getPositionAt(from);
    const end = model.getPositionAt(to);
    return {
      severity: monaco.MarkerSeverity.Info,
      message: `“${word}” is not in the dictionary.`,
      source: 'spelling',
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
  });
  monaco.editor.setModelMarkers(model, SPELLING, markers);
}

/** Offers what may have been meant, and to take the word as right. Dispose to unregister. */
export function registerSpellingFixes(spelling: Spelling): IDisposable {
  const registered = [
    monaco.editor.registerCommand(ADD_WORD, (_accessor, word: unknown) => spelling.addWord(String(word))),
    monaco.languages.registerCodeActionProvider(POLICY_LANGUAGE, {
      async provideCodeActions(model, range) {
        const marker = monaco.editor
          .getModelMarkers({ owner: SPELLING, resource: model.uri })
          .find((candidate) => monaco.Range.areIntersectingOrTouching(candidate, range));
        if (!marker) return { actions: [], dispose: () => undefined };
        const word = model.getValueInRange(marker);
        const suggestions = await spelling.suggest(word);
        const actions = [
          ...suggestions.map((instead) => replacement(model, marker, instead)),
          addition(marker, word),
        ];
        return { actions, dispose: () => undefined };
      },
    }),
  ];
  return { dispose: () => registered.forEach((item) => void item.dispose()) };
}

function replacement(model: editor.ITextModel, marker: editor.IMarker, text: string): languages.CodeAction {
  return {
    title: `Change to “${text}”`,
    kind: 'quickfix',
    diagnostics: [marker],
    edit: {
      edits: [{ resource: model.uri, versionId: model.getVersionId(), textEdit: { range: marker, text } }],
    },
  };
}

function addition(marker: editor.IMarker, word: string): languages.CodeAction {
  const title = `Add “${word}” to the dictionary`;
  return {
    title,
    kind: 'quickfix',
    diagnostics: [marker],
    command: { id: ADD_WORD, title, arguments: [word] },
  };
}
