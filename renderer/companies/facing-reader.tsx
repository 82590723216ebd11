import { ArrowLeftRight, Search } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { PassageSummary } from '../../shared/align/alignment.ts';
import type { FacingPolicies } from '../../shared/ipc/companies-requests.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { countOf } from '../compare/change-words.ts';
import { Button, IconButton } from '../components/button.tsx';
import { FacingFind, useFindKey } from './facing-find.tsx';
import type { Judge } from './facing-links.tsx';
import { FacingRowView } from './facing-row.tsx';
import { facingRows } from './facing-rows.ts';
import { MarkToggles, type ShownMarks } from './mark-toggles.tsx';

const NO_PASSAGES: readonly PassageSummary[] = [];

interface FacingReaderProps {
  readonly facing: FacingPolicies;
  readonly names: readonly [string, string];
  /** Keeps what the user says of two passages; absent where nothing can be kept. */
  readonly onJudge: Judge | undefined;
}

/** Two policies in facing columns: what corresponds stands side by side, in the order of either. */
export function FacingReader({ facing, names, onJudge }: FacingReaderProps): ReactNode {
  const [leads, setLeads] = useState<0 | 1>(0);
  const [marks, setMarks] = useState<ShownMarks>({ common: true, particular: true });
  const [isFinding, setFinding] = useFindKey();
  const { texts, alignment } = facing;
  const documents = useMemo(
    () => [parseDocument(texts[0].text), parseDocument(texts[1].text)] as const,
    [texts],
  );
  const trails: 0 | 1 = leads === 0 ? 1 : 0;
  const rows = useMemo(() => {
    const [lead, other] = [alignment.documents[leads], alignment.documents[trails]];
    return facingRows(lead?.sections ?? [], other?.sections ?? [], alignment.links);
  }, [alignment, leads, trails]);
  const topics = useMemo(
    () => new Map([...alignment.topics, ...alignment.fineTopics].map((topic) => [topic.id, topic])),
    [alignment],
  );
  const scroller = useRef<HTMLElement>(null);
  const jump = (row: number) =>
    scroller.current?.querySelector(`[data-facing="${row}"]`)?.scrollIntoView({ block: 'start' });
  const alone = rows.filter(({ lead, facing: other }) => lead === null || other.length === 0).length;
  return (
    <section
      className="facing"
      ref={scroller}
      aria-label="Corresponding passages"
      data-common={marks.common || undefined}
      data-particular={marks.particular || undefined}
    >
      <div className="facing-bar">
        <span>{`${countOf(alignment.links.length, 'link')}, ${countOf(alone, 'passage')} without a counterpart beside it`}</span>
        <span className="cmp-space" />
        <MarkToggles shown={marks} onChange={setMarks} />
        <IconButton
          icon={Search}
          label="Find in both policies"
          shortcut="Ctrl+F"
          onPress={() => setFinding(true)}
        />
        <Button icon={ArrowLeftRight} variant="quiet" onPress={() => setLeads(trails)}>
          {`In the order of ${names[trails]}`}
        </Button>
      </div>
      {isFinding ? (
        <div className="facing-find">
          <FacingFind key={leads} scroller={scroller} onClose={() => setFinding(false)} />
        </div>
      ) : null}
      <table className="facing-table selectable" aria-label={`${names[leads]} and ${names[trails]}`}>
        <thead>
          <tr>
            <th scope="col">{names[leads]}</th>
            <th scope="col">{names[trails]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <FacingRowView
              key={row.lead?.id ?? row.facing[0]?.id}
              row={row}
              index={index}
              lead={documents[leads]}
              other={documents[trails]}
              particular={[facing.particular[leads], facing.particular[trails]]}
              topics={topics}
              choices={alignment.documents[trails]?.sections ?? NO_PASSAGES}
              onJump={jump}
              {...(onJudge ? { onJudge: leads === 0 ? onJudge : turned(onJudge) } : {})}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same for the other order of the two documents. */
function turned(judge: Judge): Judge {
  return (verdict, lead, other) => judge(verdict, other, lead);
}
