import type { ReactNode } from 'react';
import type { AlignmentTopic, PassageSummary } from '../../shared/align/alignment.ts';
import type { MarkdownDocument } from '../../shared/markdown/document.ts';
import type { TextRange } from '../../shared/model/text.ts';
import { FacingLinks, type Judge, LinkTo } from './facing-links.tsx';
import type { FacingRow } from './facing-rows.ts';
import type { PassageMarks } from './marked-pieces.ts';
import { PassageText } from './passage-text.tsx';

interface FacingRowProps {
  readonly row: FacingRow;
  readonly index: number;
  readonly lead: MarkdownDocument;
  readonly other: MarkdownDocument;
  /** Words that only one of them says: of the leading document, then of the other. */
  readonly particular: readonly [readonly TextRange[], readonly TextRange[]];
  readonly topics: ReadonlyMap<string, AlignmentTopic>;
  /** The other document's passages, which a link can be made to. */
  readonly choices: readonly PassageSummary[];
  readonly onJump: (row: number) => void;
  readonly onJudge?: Judge;
}

/** A passage and what corresponds to it, with the reasons, and what the user can say of them. */
export function FacingRowView(props: FacingRowProps): ReactNode {
  const { row, index, lead, other, particular, topics, choices, onJump, onJudge } = props;
  const terms = [...new Set(row.links.flatMap(({ link }) => link.reasons.sharedSpellings))];
  const isMatched = row.links.length > 0;
  const marksIn = (side: 0 | 1, { range }: PassageSummary): PassageMarks => ({
    evidence: [],
    terms,
    // Where nothing corresponds all is particular, and marks would say nothing.
    particular: isMatched
      ? particular[side].filter(({ from, to }) => from < range.to && to > range.from)
      : [],
  });
  const elsewhere = row.links.filter((item) => item.row !== index);
  const isAlone = row.lead === null || row.links.length === 0;
  return (
    <tr className="facing-row" data-facing={index} data-alone={isAlone || undefined}>
      <td>
        {row.lead ? (
          <PassageText document={lead} range={row.lead.range} marks={marksIn(0, row.lead)} />
        ) : null}
      </td>
      <td>
        {row.facing.map((passage) => (
          <PassageText key={passage.id} document={other} range={passage.range} marks={marksIn(1, passage)} />
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
        {row.lead && row.links.length === 0 ? (
          <p className="facing-nothing">
            Nothing corresponds.{' '}
            {onJudge ? <LinkTo lead={row.lead} choices={choices} onJudge={onJudge} /> : null}
          </p>
        ) : null}
        {row.lead && row.links.length > 0 ? (
          <FacingLinks
            lead={row.lead}
            links={row.links}
            topics={topics}
            choices={choices}
            {...(onJudge ? { onJudge } : {})}
          />
        ) : null}
      </td>
    </tr>
  );
}
