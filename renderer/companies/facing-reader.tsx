import { ArrowLeftRight } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { AlignmentLink, AlignmentTopic } from '../../shared/align/alignment.ts';
import type { FacingPolicies } from '../../shared/ipc/contract.ts';
import type { MarkdownDocument } from '../../shared/markdown/document.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { countOf } from '../compare/change-words.ts';
import { Button } from '../components/button.tsx';
import { type FacingRow, facingRows } from './facing-rows.ts';
import { PassageText } from './passage-text.tsx';

interface FacingReaderProps {
  readonly facing: FacingPolicies;
  readonly names: readonly [string, string];
}

/** Two policies in facing columns: what corresponds stands side by side, in the order of either. */
export function FacingReader({ facing, names }: FacingReaderProps): ReactNode {
  const [leads, setLeads] = useState<0 | 1>(0);
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
    <section className="facing" ref={scroller} aria-label="Corresponding passages">
      <div className="facing-bar">
        <span>{`${countOf(alignment.links.length, 'link')}, ${countOf(alone, 'passage')} without a counterpart beside it`}</span>
        <span className="cmp-space" />
        <Button icon={ArrowLeftRight} variant="quiet" onPress={() => setLeads(trails)}>
          {`In the order of ${names[trails]}`}
        </Button>
      </div>
      <table className="facing-table selectable" aria-label={`${names[leads]} and ${names[trails]}`}>
        <thead>
          <tr>
            <th scope="col">{names[leads]}</th>
            <th scope="col">{names[trails]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Facing
              key={row.lead?.id ?? row.facing[0]?.id}
              row={row}
              index={index}
              lead={documents[leads]}
              other={documents[trails]}
              topics={topics}
              onJump={jump}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FacingProps {
  readonly row: FacingRow;
  readonly index: number;
  readonly lead: MarkdownDocument;
  readonly other: MarkdownDocument;
  readonly topics: ReadonlyMap<string, AlignmentTopic>;
  readonly onJump: (row: number) => void;
}

function Facing({ row, index, lead, other, topics, onJump }: FacingProps): ReactNode {
  const terms = [...new Set(row.links.flatMap(({ link }) => link.reasons.sharedSpellings))];
  const marks = { evidence: [], terms };
  const elsewhere = row.links.filter((item) => item.row !== index);
  return (
    <tr
      className="facing-row"
      data-facing={index}
      data-alone={row.lead === null || row.links.length === 0 || undefined}
    >
      <td>{row.lead ? <PassageText document={lead} range={row.lead.range} marks={marks} /> : null}</td>
      <td>
        {row.facing.map((passage) => (
          <PassageText key={passage.id} document={other} range={passage.range} marks={marks} />
        ))}
        {elsewhere.map((item) => (
          <button
            key={item.passage.id}
            type="button"
            className="facing-also"
            onClick={() => onJump(item.row)}
          >
            {`Also: ${item.passage.heading || 'passage above'}`}
          </button>
        ))}
        {row.lead && row.links.length === 0 ? <p className="facing-nothing">Nothing corresponds.</p> : null}
        {row.links.length > 0 ? <Why links={row.links.map(({ link }) => link)} topics={topics} /> : null}
      </td>
    </tr>
  );
}

interface WhyProps {
  readonly links: readonly AlignmentLink[];
  readonly topics: ReadonlyMap<string, AlignmentTopic>;
}

/** Why the passages of a row are held to correspond, on demand. */
function Why({ links, topics }: WhyProps): ReactNode {
  const [best] = links;
  if (!best) return null;
  const named = [...new Set(links.flatMap(({ reasons }) => reasons.topics))].map(
    (id) => topics.get(id)?.name ?? id,
  );
  const terms = [...new Set(links.flatMap(({ reasons }) => reasons.sharedTerms))];
  return (
    <details className="facing-why">
      <summary>{`Why these: ${named.slice(0, 3).join(', ') || 'wording'}`}</summary>
      <dl>
        <dt>Topics</dt>
        <dd>{named.join(', ') || 'none in common'}</dd>
        <dt>Words in common</dt>
        <dd>{terms.join(', ') || 'none of weight'}</dd>
        <dt>Likeness</dt>
        <dd>
          {`topics ${percent(best.reasons.topicSimilarity)}, headings ${percent(best.reasons.headingSimilarity)}, wording ${percent(best.reasons.wordingSimilarity)}`}
        </dd>
      </dl>
    </details>
  );
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
