import type { RedlineBlock, RedlineRow, RedlineRun, TextStyle } from '../compare/redline.ts';
import { escapeHtml } from './raw-html.ts';
import { safeLinkAddress } from './safe-address.ts';

/** Which text a block shows: both in one flow, or one side. */
type RedlineView = 'inline' | 'a' | 'b';

const STYLE_TAGS: Readonly<Record<TextStyle, string>> = {
  strong: 'strong',
  emphasis: 'em',
  strikethrough: 's',
  code: 'code',
};
const DEEPEST_INDENT = 5;

/** The class attribute's value for the marks of a change. */
export type NamesOf = (change: number | undefined) => string;

/** A row of a comparison as HTML: both sides next to each other and the flow of both, of which the page shows one. */
export function rowHtml(
  row: RedlineRow,
  namesOf: NamesOf,
  changeAnchors: (row: RedlineRow) => string,
): string {
  return `<div class="row ${row.status}" id="row-${row.id}">${changeAnchors(row)}${sideHtml(row, 'a', namesOf)}${sideHtml(row, 'b', namesOf)}<div class="flow">${moveNote(row)}${blockHtml(row.inline, 'inline', namesOf)}</div></div>`;
}

/** A block of a redline as HTML. Headings are paragraphs here: the comparison page has an outline of its own. */
function blockHtml(block: RedlineBlock, view: RedlineView, namesOf: NamesOf): string {
  switch (block.kind) {
    case 'heading':
      return `<p class="h h${block.level}">${block.marker ? `${escapeHtml(block.marker)} ` : ''}${runsHtml(block.runs, view, namesOf)}</p>`;
    case 'list-item':
      return quoted(
        block.quote,
        `<p class="item depth-${Math.min(block.depth, DEEPEST_INDENT)}"><span class="marker">${escapeHtml(block.marker)}</span><span>${runsHtml(block.runs, view, namesOf)}</span></p>`,
      );
    case 'table-row':
      return `<div class="cells${block.head ? ' head' : ''}">${block.cells.map((runs) => `<span>${runsHtml(runs, view, namesOf)}</span>`).join('')}</div>`;
    case 'rule':
      return '<hr>';
    case 'paragraph':
      return quoted(block.quote, `<p>${runsHtml(block.runs, view, namesOf)}</p>`);
    default:
      return quoted(block.quote, `<p class="raw">${runsHtml(block.runs, view, namesOf)}</p>`);
  }
}

function sideHtml(row: RedlineRow, side: 'a' | 'b', namesOf: NamesOf): string {
  const block = row[side];
  if (!block) return '<div class="side none"></div>';
  return `<div class="side">${moveNote(row)}${blockHtml(block, side, namesOf)}</div>`;
}

/** Says in words that a passage was moved and where its other place is. */
function moveNote(row: RedlineRow): string {
  if (row.move === undefined) return '';
  if (row.status === 'moved-away')
    return `<a class="move-note" href="#move-${row.move}-to">moved from here (${row.move})</a>`;
  return row.status === 'moved-here'
    ? `<a class="move-note" href="#move-${row.move}-from">moved to here (${row.move})</a>`
    : '';
}

function quoted(depth: number, html: string): string {
  return depth > 0 ? `<div class="quote">${html}</div>` : html;
}

function runsHtml(runs: readonly RedlineRun[], view: RedlineView, namesOf: NamesOf): string {
  return runs.map((run) => runHtml(run, view, namesOf)).join('');
}

function runHtml(run: RedlineRun, view: RedlineView, namesOf: NamesOf): string {
  if ((view === 'a' && run.op === 'insert') || (view === 'b' && run.op === 'delete')) return '';
  let html = escapeHtml(run.text);
  if (html === '') return '';
  for (const style of run.styles) html = `<${STYLE_TAGS[style]}>${html}</${STYLE_TAGS[style]}>`;
  const address = run.href === undefined ? null : safeLinkAddress(run.href);
  if (address?.match(/^(?:https?|mailto):/i))
    html = `<a href="${escapeHtml(address)}" rel="noopener">${html}</a>`;
  return marked(run, html, namesOf(run.change));
}

function marked(run: RedlineRun, html: string, names: string): string {
  switch (run.op) {
    case 'delete':
      return `<del class="${names}">${html}</del>`;
    case 'insert':
      return `<ins class="${names}">${html}</ins>`;
    case 'move':
      return `<span class="moved ${names}">${html}</span>`;
    default:
      return html;
  }
}
