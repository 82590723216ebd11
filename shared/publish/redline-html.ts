import type { RedlineBlock, RedlineRow, RedlineRun, TextStyle } from '../compare/redline.ts';
import { escapeHtml } from './raw-html.ts';
import { safeLinkAddress } from './safe-address.ts';

/** Which text a block shows: both in one flow, or one side. */
export type RedlineView = 'inline' | 'a' | 'b';

const STYLE_TAGS: Readonly<Record<TextStyle, string>> = {
  strong: 'strong',
  emphasis: 'em',
  strikethrough: 's',
  code: 'code',
};
const DEEPEST_INDENT = 5;

/** A row of a comparison as HTML: both sides next to each other and the flow of both, of which the page shows one. */
export function rowHtml(row: RedlineRow, changeAnchors: (row: RedlineRow) => string): string {
  return `<div class="row ${row.status}" id="row-${row.id}">${changeAnchors(row)}${sideHtml(row, 'a')}${sideHtml(row, 'b')}<div class="flow">${moveNote(row)}${blockHtml(row.inline, 'inline')}</div></div>`;
}

/** A block of a redline as HTML. Headings are paragraphs here: the comparison page has an outline of its own. */
export function blockHtml(block: RedlineBlock, view: RedlineView): string {
  switch (block.kind) {
    case 'heading':
      return `<p class="h h${block.level}">${runsHtml(block.runs, view)}</p>`;
    case 'list-item':
      return quoted(
        block.quote,
        `<p class="item depth-${Math.min(block.depth, DEEPEST_INDENT)}"><span class="marker">${escapeHtml(block.marker)}</span><span>${runsHtml(block.runs, view)}</span></p>`,
      );
    case 'table-row':
      return `<div class="cells${block.head ? ' head' : ''}">${block.cells.map((runs) => `<span>${runsHtml(runs, view)}</span>`).join('')}</div>`;
    case 'rule':
      return '<hr>';
    case 'paragraph':
      return quoted(block.quote, `<p>${runsHtml(block.runs, view)}</p>`);
    default:
      return quoted(block.quote, `<p class="raw">${runsHtml(block.runs, view)}</p>`);
  }
}

function sideHtml(row: RedlineRow, side: 'a' | 'b'): string {
  const block = row[side];
  if (!block) return '<div class="side none"></div>';
  return `<div class="side">${moveNote(row)}${blockHtml(block, side)}</div>`;
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

function runsHtml(runs: readonly RedlineRun[], view: RedlineView): string {
  return runs.map((run) => runHtml(run, view)).join('');
}

function runHtml(run: RedlineRun, view: RedlineView): string {
  if ((view === 'a' && run.op === 'insert') || (view === 'b' && run.op === 'delete')) return '';
  let html = escapeHtml(run.text);
  if (html === '') return '';
  for (const style of run.styles) html = `<${STYLE_TAGS[style]}>${html}</${STYLE_TAGS[style]}>`;
  const address = run.href === undefined ? null : safeLinkAddress(run.href);
  if (address?.match(/^(?:https?|mailto):/i))
    html = `<a href="${escapeHtml(address)}" rel="noopener">${html}</a>`;
  return marked(run, html);
}

function marked(run: RedlineRun, html: string): string {
  switch (run.op) {
    case 'delete':
      return `<del>${html}</del>`;
    case 'insert':
      return `<ins>${html}</ins>`;
    case 'move':
      return `<span class="moved">${html}</span>`;
    default:
      return html;
  }
}
