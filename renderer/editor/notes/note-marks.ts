import type { editor } from 'monaco-editor/editor/editor.api';
import type { Note } from '../../../shared/markdown/notes.ts';
import { monaco } from '../monaco.ts';
import './notes.css';

/** Sets notes apart from the text that is published, with a sign in the margin. The marks move with the text by themselves. */
export function createNoteMarks(instance: editor.IStandaloneCodeEditor): {
  show(notes: readonly Note[], length: number): void;
} {
  const marks = instance.createDecorationsCollection();
  return {
    show(notes, length) {
      const model = instance.getModel();
      if (!model || model.getValueLength() !== length) return;
      if (notes.length === 0 && marks.length === 0) return;
      marks.set(
        notes.map((note) => ({
          range: monaco.Range.fromPositions(model.getPositionAt(note.from), model.getPositionAt(note.to)),
          options: {
            inlineClassName: note.done ? 'note-text note-text-done' : 'note-text',
            linesDecorationsClassName: note.done ? null : 'note-margin',
            linesDecorationsTooltip: note.words,
            overviewRuler: {
              color: { id: 'editorWarning.foreground' },
              position: monaco.editor.OverviewRulerLane.Right,
            },
          },
        })),
      );
    },
  };
}
