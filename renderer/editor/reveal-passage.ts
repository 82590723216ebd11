import type { DocumentSession } from './document-session.ts';
import type { EditorPort } from './editor-port.ts';

/** The editor is loaded on first use; on a slow disk that takes a moment. */
const PATIENCE_MS = 8_000;
const STEP_MS = 25;

/** Selects a passage of the open policy once the editor shows it; false when the text does not have it. */
export async function revealPassage(session: DocumentSession, passage: string): Promise<boolean> {
  const from = passage === '' ? -1 : (session.text()?.indexOf(passage) ?? -1);
  if (from < 0) return false;
  const editor = await editorWithText(session);
  editor?.reveal({ from, to: from + passage.length });
  return true;
}

/** The editor as soon as it shows the open document; null when it does not come up. */
async function editorWithText(session: DocumentSession): Promise<EditorPort | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const state = session.store.get();
    const editor = session.editor.get();
    if (state.kind === 'open' && editor?.revision() === state.document.revision) return editor;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  return null;
}
