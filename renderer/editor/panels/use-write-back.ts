import type { MarkdownDocument } from '../../../shared/markdown/document.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import type { Inspection } from '../../../shared/structure/inspection.ts';
import type { LensEdits } from '../../../shared/structure/lenses/edits.ts';
import { type Services, useServices } from '../../app/services.ts';
import type { Analysis } from '../text-analysis.ts';

/** Gives the edits that a change means for the text as it is read now; null where it has no place for it. */
export type LensWrite = (document: MarkdownDocument, inspection: Inspection) => LensEdits;

/** What is said of a change when it has been made. */
export interface WriteWords {
  readonly done: string;
  /** What could not be done, and why. */
  readonly refused: string;
}

/** Writes into the text what was entered in a panel, as one undo step; false when it could not be. */
export type WriteBack = (write: LensWrite, words: WriteWords) => Promise<boolean>;

/** A reading takes a moment; one that does not come within this time does not come at all. */
const PATIENCE_MS = 5_000;

/** How a panel writes to the text it shows. */
export function useWriteBack(): WriteBack {
  const services = useServices();
  return (write, words) => services.writes(() => writeBack(services, write, words));
}

/** Undoes or does again the last step of the text, whoever made it. */
export function useTextUndo(): (kind: 'undo' | 'redo') => void {
  const { session, navigator } = useServices();
  return (kind) => {
    session.editor.get()?.step(kind);
    navigator.announce(kind === 'undo' ? 'Undone.' : 'Done again.');
  };
}

async function writeBack(services: Services, write: LensWrite, words: WriteWords): Promise<boolean> {
  const { session, navigator, notices } = services;
  const analysis = await settledReading(services);
  const edits = analysis ? write(parseDocument(analysis.text), analysis.inspection) : null;
  const editor = session.editor.get();
  if (!analysis || !edits || !editor || session.text() !== analysis.text) {
    notices.add({ tone: 'error', text: words.refused });
    return false;
  }
  if (edits.length > 0) editor.apply(edits);
  navigator.announce(words.done);
  return true;
}

/** The reading of the text as it stands: edits are right only for the very text they were made from. Null when it does not come. */
export function settledReading({ reading, session }: Services): Promise<Analysis | null> {
  const current = (): Analysis | null => {
    const { analysis } = reading.store.get();
    return analysis !== null && analysis.text === session.text() ? analysis : null;
  };
  const now = current();
  if (now) return Promise.resolve(now);
  return new Promise((resolve) => {
    const finish = (analysis: Analysis | null): void => {
      clearTimeout(timer);
      stop();
      resolve(analysis);
    };
    const timer = setTimeout(() => finish(null), PATIENCE_MS);
    const stop = reading.store.subscribe(() => {
      const analysis = current();
      if (analysis) finish(analysis);
    });
  });
}
