import { useState } from 'react';
import type { Note } from '../../../shared/markdown/notes.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { addNote, changeNote, noteAt, removeNote } from './note-commands.ts';

/** Writes a note at the caret, or changes the one that is there. */
export function NoteDialog({ offset }: { readonly offset: number }) {
  const { session, navigator } = useServices();
  const [found] = useState<Note | null>(() => noteAt(session.text() ?? '', offset));
  const [words, setWords] = useState(found?.words ?? '');
  const finish = (change: 'save' | 'done' | 'delete'): void => {
    const text = session.text();
    const editor = session.editor.get();
    if (text === null || !editor) return;
    if (change === 'delete' && found) editor.apply([removeNote(text, found)]);
    else if (found)
      editor.apply([changeNote(found, { words, done: change === 'done' ? !found.done : found.done })]);
    else editor.apply([addNote(text, offset, words)]);
    navigator.closeDialog();
    editor.focus();
    navigator.announce(change === 'delete' ? 'Note deleted' : 'Note kept');
  };
  return (
    <Dialog
      title={found ? 'Note' : 'New note'}
      onClose={navigator.closeDialog}
      actions={
        <>
          {found ? <Button onPress={() => finish('delete')}>Delete</Button> : null}
          {found ? (
            <Button onPress={() => finish('done')}>{found.done ? 'Open again' : 'Mark as done'}</Button>
          ) : null}
          <Button variant="primary" isDisabled={words.trim() === ''} onPress={() => finish('save')}>
            Keep note
          </Button>
        </>
      }
    >
      <Field
        label="Note to yourself"
        rows={4}
        autoFocus
        value={words}
        onChange={setWords}
        description="Kept in the draft, never in a version, an export or a comparison that leaves the house."
      />
    </Dialog>
  );
}
