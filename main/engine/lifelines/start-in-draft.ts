import { compareTexts } from '../../../shared/compare/compare.ts';
import { redlinePieces } from '../../../shared/compare/redline-pieces.ts';
import type { Lifeline } from '../../../shared/ipc/history-requests.ts';
import type { TextRange } from '../../../shared/model/text.ts';
import { stepBack } from './trace-lifeline.ts';

/** A passage of a draft: what the draft made of it, and where it stands in the version; null where it stands only in the draft. */
export interface DraftStart {
  /** The draft's text. */
  readonly text: string;
  readonly place: TextRange | null;
  readonly draft: NonNullable<Lifeline['draft']>;
}

/** Finds a passage of a draft in the version that the draft was begun from. */
export function startInDraft(version: string, draft: string, range: TextRange): DraftStart {
  const text = draft.slice(range.from, range.to);
  const step = stepBack(
    version,
    draft,
    range,
    () => compareTexts({ label: '', text: version }, { label: '', text: draft }).spans,
  );
  if (step.kind === 'appeared')
    return { text: draft, place: null, draft: { kind: 'new', text, redline: redlinePieces('', text) } };
  const redline = redlinePieces(version.slice(step.place.from, step.place.to), text);
  return { text: draft, place: step.place, draft: { kind: step.kind, text, redline } };
}
