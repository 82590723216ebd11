import { CircleCheck, StickyNote, Trash2 } from 'lucide-react';
import { type Note, readNotes } from '../../../shared/markdown/notes.ts';
import { useServices } from '../../app/services.ts';
import { IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { shownShortcut } from '../../components/shortcut.ts';
import { rowOnLine } from '../panels/caret-row.ts';
import { useCaretLine, useGoTo } from '../panels/use-place.ts';
import type { Analysis } from '../text-analysis.ts';
import { changeNote, removeNote } from './note-commands.ts';
import './notes.css';

/** The writer's notes to themselves, open ones and done ones, in the order of the text. */
export function NotesPanel({ analysis }: { readonly analysis: Analysis }) {
  const { session, navigator } = useServices();
  const goTo = useGoTo();
  const line = useCaretLine();
  const { notes, text } = analysis;
  if (notes.length === 0)
    return (
      <EmptyState place="panel" icon={StickyNote} title="No notes">
        Press {shownShortcut('Ctrl+Alt+M')} to write a note to yourself at the caret. Notes are never
        published.
      </EmptyState>
    );
  const change = (shown: Note, kind: 'done' | 'delete'): void => {
    const now = session.text() ?? text;
    // The list may be a moment behind the text, as right after another change.
    const note = now === text ? shown : readNotes(now)[notes.indexOf(shown)];
    if (note?.words !== shown.words) {
      navigator.announce('The text has changed meanwhile; try again');
      return;
    }
    const edit = kind === 'delete' ? removeNote(now, note) : changeNote(note, { done: !note.done });
    session.editor.get()?.apply([edit]);
    navigator.announce(kind === 'delete' ? 'Note deleted' : note.done ? 'Note open again' : 'Note done');
  };
  return (
    <RowList
      label="Notes"
      rows={notes}
      keyOf={(_, index) => String(index)}
      current={rowOnLine(notes, line)}
      onActivate={({ from }) => goTo({ range: { from, to: from } })}
      onRowKey={(note, { key }) => {
        if (key === 'Delete') change(note, 'delete');
        return key === 'Delete';
      }}
      estimate={46}
      controls={(note) => (
        <>
          <IconButton
            icon={CircleCheck}
            label={note.done ? `Open again: ${note.words}` : `Mark as done: ${note.words}`}
            onPress={() => change(note, 'done')}
          />
          <IconButton
            icon={Trash2}
            label={`Delete note: ${note.words}`}
            onPress={() => change(note, 'delete')}
          />
        </>
      )}
    >
      {(note) => (
        <>
          <span className={note.done ? 'place-line note-done' : 'place-line'}>{note.words || '(empty)'}</span>
          <span className="place-note">
            Line {note.line}
            {note.done ? ' · done' : ''}
          </span>
        </>
      )}
    </RowList>
  );
}
