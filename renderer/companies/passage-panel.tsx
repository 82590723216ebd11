import { X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { LoadedText } from '../../shared/ipc/writing-requests.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { indexLines, type TextRange } from '../../shared/model/text.ts';
import { IconButton } from '../components/button.tsx';
import { PassageText } from './passage-text.tsx';

/** Lines of one text to read, with the words that matter in them. */
export interface OpenPassage {
  readonly fromLine: number;
  readonly toLine: number;
  readonly evidence: readonly TextRange[];
}

interface PassagePanelProps {
  readonly title: string;
  /** What the panel answers: the topic or the fact. */
  readonly subject: string;
  readonly text: LoadedText;
  readonly passages: readonly OpenPassage[];
  /** What was looked for, where nothing was found. */
  readonly lookedFor: readonly string[];
  readonly onClose: () => void;
}

/** The passages that a cell stands on, or what was looked for in vain. */
export function PassagePanel(props: PassagePanelProps): ReactNode {
  const { title, subject, text, passages, lookedFor, onClose } = props;
  const document = useMemo(() => parseDocument(text.text), [text]);
  const lines = useMemo(() => indexLines(text.text), [text]);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!body.current) return;
    // Older engines let the keyboard scroll only what can have the focus.
    body.current.tabIndex = 0;
    body.current.scrollTop = 0;
    if (passages.length > 0) body.current.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [passages]);
  return (
    <aside className="co-panel" aria-label={`${subject}: ${title}`}>
      <header className="co-panel-head">
        <div>
          <h2>{subject}</h2>
          <p>{title}</p>
        </div>
        <IconButton icon={X} label="Close the passages" onPress={onClose} />
      </header>
      <div ref={body} className="co-panel-body selectable">
        {passages.map(({ fromLine, toLine, evidence }) => (
          <section key={`${fromLine}-${toLine}`}>
            <p className="co-lines">
              {fromLine === toLine ? `Line ${fromLine}` : `Lines ${fromLine}–${toLine}`}
            </p>
            <PassageText
              document={document}
              range={{ from: lines.startOf(fromLine), to: lines.endOf(toLine) }}
              marks={{ evidence, terms: [] }}
            />
          </section>
        ))}
        {passages.length === 0 ? (
          <>
            <p>Nothing in this text speaks of it.</p>
            <p className="co-looked">{`Looked for: ${lookedFor.join(', ')}.`}</p>
          </>
        ) : null}
      </div>
    </aside>
  );
}
