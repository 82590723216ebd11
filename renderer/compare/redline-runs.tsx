import { createElement, Fragment, type ReactNode } from 'react';
import type { RedlineRun, TextStyle } from '../../shared/compare/redline.ts';
import type { RedlineContext } from './redline-context.ts';
import type { Side } from './redline-text.ts';

/**
 * Draws runs of text with their marks. Everything that is not the text itself (chips, signs, the words "inserted" and
 * "deleted") is drawn by the style sheet from attributes, so that the text read back from the page is that of the document.
 */
export function drawRuns(runs: readonly RedlineRun[], side: Side, context: RedlineContext): ReactNode {
  const chips = new Set<number>();
  // Passed as single children, not as a list: the runs of a comparison never change place, so they need no keys.
  return createElement(Fragment, null, ...runs.map((run) => drawRun(run, side, context, chips)));
}

function drawRun(run: RedlineRun, side: Side, context: RedlineContext, chips: Set<number>): ReactNode {
  if (isPlain(run)) return run.text;
  let content: ReactNode = run.text;
  for (const style of run.styles) content = styled(style, content);
  if (run.href !== undefined) content = linked(run.href, content);
  const mark = marked(run, content, context);
  if (run.op !== 'move' || run.move === undefined || chips.has(run.move)) return mark;
  chips.add(run.move);
  return (
    <>
      <MoveChip move={run.move} side={side} context={context} />
      {mark}
    </>
  );
}

function marked(run: RedlineRun, content: ReactNode, context: RedlineContext): ReactNode {
  if (run.op === 'keep' && run.change === undefined) return content;
  const change = run.change === undefined ? undefined : context.changes.get(run.change);
  const attributes = {
    'data-op': run.op,
    'data-change': run.change,
    'data-class': change?.class,
  };
  if (run.op === 'delete') return <del {...attributes}>{content}</del>;
  if (run.op === 'insert') return <ins {...attributes}>{content}</ins>;
  return <span {...attributes}>{content}</span>;
}

/** The sign ahead of a moved passage; it names the other place and goes there. */
function MoveChip({ move, side, context }: { move: number; side: Side; context: RedlineContext }): ReactNode {
  const ends = context.moves.get(move);
  if (!ends || ends.from === ends.to) return null;
  // A moved section has one sign at its head, not one on each of its paragraphs.
  const away = side !== 'b' && context.row === ends.from;
  const here = side !== 'a' && context.row === ends.to;
  if (!away && !here) return null;
  const label = away
    ? tellPlace('Moved to', ends.sectionTo, ends.to > ends.from)
    : tellPlace('Moved from', ends.sectionFrom, ends.from > ends.to);
  return (
    <button
      type="button"
      className="rl-chip"
      data-jump={away ? ends.to : ends.from}
      data-label={label}
      aria-label={`${label}: go there`}
    />
  );
}

/** Names the other place by its section, or by its direction where it has none. */
function tellPlace(words: string, section: string, isBelow: boolean): string {
  return `${words} ${section || (isBelow ? 'below' : 'above')}`;
}

function linked(href: string, content: ReactNode): ReactNode {
  if (!/^(?:https?|mailto):/i.test(href)) return <span className="rl-link">{content}</span>;
  return (
    <a className="rl-link" href={href} title={href} tabIndex={-1}>
      {content}
    </a>
  );
}

function styled(style: TextStyle, content: ReactNode): ReactNode {
  switch (style) {
    case 'strong':
      return <strong>{content}</strong>;
    case 'emphasis':
      return <em>{content}</em>;
    case 'strikethrough':
      return <s>{content}</s>;
    case 'code':
      return <code>{content}</code>;
  }
}

function isPlain(run: RedlineRun): boolean {
  return run.op === 'keep' && run.change === undefined && run.styles.length === 0 && run.href === undefined;
}
