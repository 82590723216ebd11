import { type CSSProperties, createElement, memo, type ReactNode } from 'react';
import type { Change, ChangeClass } from '../../shared/compare/comparison.ts';
import type { RedlineBlock, RedlineRow, RowStatus } from '../../shared/compare/redline.ts';
import type { RedlineContext } from './redline-context.ts';
import { drawRuns } from './redline-runs.tsx';
import type { Side } from './redline-text.ts';

/** Which columns are drawn. */
export type RedlineLayout = 'side' | 'inline';

/** What stands on a row, for those who do not see the bars. */
const STATUS_NAMES: Readonly<Record<RowStatus, string | undefined>> = {
  same: undefined,
  changed: 'changed',
  deleted: 'deleted',
  inserted: 'inserted',
  'moved-away': 'moved away from here',
  'moved-here': 'moved here',
};

/** Marks an element as one of the texts of its block (redline-text.ts). */
const TEXT = { 'data-text': '' } as const;

const NOTE_NAMES: Readonly<Record<ChangeClass, string>> = {
  substantive: 'wording changed',
  moved: 'moved',
  numbering: 'numbering changed',
  reflow: 'line breaks changed',
  markup: 'formatting changed',
  typography: 'typography changed',
  'link-target': 'link address changed',
  'link-tracking': 'link tracking changed',
};

interface RowProps {
  readonly row: RedlineRow;
  readonly index: number;
  readonly layout: RedlineLayout;
  readonly hidden: boolean;
  readonly context: RedlineContext;
}

/** One row of the redline: corresponding passages in facing columns, or both in one flow. */
export const RedlineRowView = memo(function RedlineRowView(props: RowProps): ReactNode {
  const { row, index, layout, hidden } = props;
  const context = { ...props.context, row: index };
  return (
    <tr
      className="rl-row"
      aria-rowindex={index + 2}
      data-row={index}
      data-status={row.status}
      data-changes={row.changes.join(' ') || undefined}
      hidden={hidden}
    >
      {layout === 'inline' ? (
        <RedlineCell row={row} block={row.inline} side="inline" context={context} />
      ) : (
        <>
          <RedlineCell row={row} block={row.a} side="a" context={context} />
          <RedlineCell row={row} block={row.b} side="b" context={context} />
        </>
      )}
    </tr>
  );
});

interface CellProps {
  readonly row: RedlineRow;
  readonly block: RedlineBlock | null;
  readonly side: Side;
  readonly context: RedlineContext;
}

function RedlineCell({ row, block, side, context }: CellProps): ReactNode {
  return (
    <td
      className="rl-cell"
      data-side={side}
      data-empty={block ? undefined : ''}
      aria-description={block ? STATUS_NAMES[row.status] : undefined}
    >
      {block ? drawBlock(block, side, context) : null}
      {side === 'a' && row.b ? null : <Notes notes={context.notes.get(context.row)} />}
    </td>
  );
}

/** Signs for what changed without a visible word; pressing one makes it the current change. */
function Notes({ notes }: { readonly notes: readonly Change[] | undefined }): ReactNode {
  if (!notes) return null;
  return (
    <div className="rl-notes">
      {notes.map((change) => (
        <button
          key={change.id}
          type="button"
          className="rl-note"
          data-change={change.id}
          data-label={NOTE_NAMES[change.class]}
          aria-label={`${NOTE_NAMES[change.class]}: make it the current change`}
        />
      ))}
    </div>
  );
}

function drawBlock(block: RedlineBlock, side: Side, context: RedlineContext): ReactNode {
  switch (block.kind) {
    case 'heading':
      return createElement(
        `h${Math.min(6, Math.max(1, block.level))}`,
        { className: 'rl-heading' },
        block.marker ? `${block.marker} ` : null,
        createElement('span', TEXT, drawRuns(block.runs, side, context)),
      );
    case 'list-item':
      return (
        <div
          className="rl-item"
          data-quote={block.quote || undefined}
          style={indent(block.depth, block.quote)}
        >
          <span className="rl-marker">{block.marker}</span>
          <div data-text="">{drawRuns(block.runs, side, context)}</div>
        </div>
      );
    case 'table-row':
      return createElement(
        'div',
        { className: 'rl-cells', 'data-head': block.head || undefined },
        ...block.cells.map((cell) => createElement('div', TEXT, drawRuns(cell, side, context))),
      );
    case 'rule':
      return <hr className="rl-rule" />;
    default:
      return (
        <div
          className={`rl-${block.kind}`}
          data-quote={block.quote || undefined}
          style={block.quote > 0 ? indent(0, block.quote) : undefined}
          data-text=""
        >
          {drawRuns(block.runs, side, context)}
        </div>
      );
  }
}

function indent(depth: number, quote: number): CSSProperties {
  const variables: Readonly<Record<`--${string}`, number>> = { '--depth': depth, '--quote': quote };
  return variables as CSSProperties;
}
