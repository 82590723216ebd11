import type { ReactNode } from 'react';
import type { LoadedText } from '../../shared/ipc/writing-requests.ts';
import { type OpenPassage, PassagePanel } from './passage-panel.tsx';
import type { Seat } from './seats.ts';

/** What was opened beside a table: passages of one of its texts, or what was looked for in vain. */
export interface Opened {
  readonly document: number;
  readonly subject: string;
  readonly passages: readonly OpenPassage[];
  readonly lookedFor: readonly string[];
}

interface WithPassagesProps {
  readonly seats: readonly Seat[];
  readonly opened: Opened | null;
  readonly texts: readonly LoadedText[];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A table with room beside it for the passages that it stands on. */
export function WithPassages({ opened, seats, texts, onClose, children }: WithPassagesProps): ReactNode {
  const text = opened ? texts[opened.document] : undefined;
  const seat = opened ? seats[opened.document] : undefined;
  return (
    <div className="co-body">
      <div className="co-tables">{children}</div>
      {opened && text && seat ? (
        <PassagePanel
          title={`${seat.company} ${seat.policy}`}
          subject={opened.subject}
          text={text}
          passages={opened.passages}
          lookedFor={opened.lookedFor}
          onClose={onClose}
        />
      ) : null}
    </div>
  );
}
