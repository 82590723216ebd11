import { ALL_CHANGES, type ChangeSelection } from '../compare/change-selection.ts';
import type { Change, ChangeClass, ChangeKind, Comparison } from '../compare/comparison.ts';
import type { Redline, RedlineBlock, RedlineRow, RedlineRun } from '../compare/redline.ts';
import { ComparisonFilters } from './comparison-filters.ts';
import { COMPARISON_STYLE } from './comparison-style.ts';
import { htmlPage } from './html-page.ts';
import { editionElement } from './page-edition.ts';
import { alternateLinks, type PageLinks, siteNavigation } from './page-links.ts';
import { escapeHtml } from './raw-html.ts';
import { rowHtml } from './redline-html.ts';

export interface ComparisonPageInput {
  readonly comparison: Comparison;
  readonly redline: Redline;
  /** The language of both texts, a BCP 47 tag; English where it is not known. */
  readonly language?: string;
  /** Which changes are marked when the page is opened; its filters change that. All by default. */
  readonly selection?: ChangeSelection;
  /** The other pages of the site that this page belongs to; absent where the file stands alone. */
  readonly links?: PageLinks;
}

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  insert: 'Added',
  delete: 'Deleted',
  replace: 'Replaced',
  move: 'Moved',
  split: 'Paragraph split',
  join: 'Paragraphs joined',
  row: 'Table row',
  cell: 'Table cell',
  format: 'Formatting',
  link: 'Link',
};

const CLASS_WORDS: Readonly<Record<ChangeClass, string>> = {
  substantive: 'substantive',
  moved: 'moved',
  numbering: 'numbering',
  reflow: 'line breaks only',
  markup: 'markup only',
  typography: 'typography only',
  'link-target': 'link address',
  'link-tracking': 'tracking part of a link',
};

/** Longer excerpts would make the list of changes as long as the text. */
const EXCERPT_LENGTH = 90;

/** A comparison as one self-contained HTML file: side by side and inline, list of changes, accounting; no script. */
export function renderComparisonPage(input: ComparisonPageInput): string {
  const { a, b } = input.comparison;
  const filters = new ComparisonFilters(input.comparison, input.selection ?? ALL_CHANGES);
  const title = `Comparison: ${a.label} and ${b.label}`;
  return htmlPage({
    language: input.language ?? 'en',
    title,
    description: `What changed between ${a.label} and ${b.label}`,
    style: COMPARISON_STYLE + filters.style(),
    head: editionElement(`${a.label} → ${b.label}`) + alternateLinks(input.links),
    body: [
      '<a class="skip" href="#comparison">Skip to the comparison</a>',
      siteNavigation(input.links),
      head(input.comparison, filters.note()),
      '<div class="columns">',
      changeList(input.comparison, input.redline, filters),
      `<main id="comparison" tabindex="-1">\n${VIEW_CONTROLS}\n${filters.controls()}\n${columnHeads(input.comparison)}\n${rows(input.redline, filters)}\n</main>`,
      '</div>',
      '<footer>Published with Codicil.</footer>',
    ].join('\n'),
  });
}

/** Switched by style rules alone (`:has`, from Chromium 105, Safari 15.4 and Firefox 121); older browsers show both sides. */
const VIEW_CONTROLS = `<div class="controls">
<fieldset><legend>Show</legend>
<label><input type="radio" name="view" id="view-sides" checked> side by side</label>
<label><input type="radio" name="view" id="view-inline"> in one text</label></fieldset>
<label><input type="checkbox" id="only-changes"> only what changed</label>
</div>`;

function head(comparison: Comparison, note: string): string {
  const { a, b } = comparison;
  return `<header>
<h1>What changed</h1>
<p class="sides">From <strong>${escapeHtml(a.label)}</strong> to <strong>${escapeHtml(b.label)}</strong></p>
<p class="accounting">${accounting(comparison)}</p>
${limits(comparison)}${note}<ul class="legend">
<li><del>deleted</del>: struck through</li>
<li><ins>added</ins>: underlined</li>
<li><span class="moved">moved</span>: dotted line, with its other place named</li>
</ul>
</header>`;
}

/** Where every word of both texts went, so that a reader can check that nothing is missing. */
function accounting({ stats, changes }: Comparison): string {
  const count = (number: number): string => number.toLocaleString('en-GB');
  return `${count(changes.length)} ${changes.length === 1 ? 'change' : 'changes'}. Of ${count(stats.wordsA)} words, ${count(stats.kept)} were kept, ${count(stats.moved)} moved and ${count(stats.deleted)} deleted; ${count(stats.inserted)} were added, which makes ${count(stats.wordsB)}.`;
}

function limits(comparison: Comparison): string {
  if (comparison.precise) return '';
  const reasons = (comparison.limits ?? []).map(escapeHtml).join(' ');
  return `<p class="limits">This comparison is not exact in every word. ${reasons}</p>\n`;
}

function changeList(comparison: Comparison, redline: Redline, filters: ComparisonFilters): string {
  if (comparison.changes.length === 0) return '<div class="changes"><p>The two texts are the same.</p></div>';
  const shown = shownChanges(redline);
  const items = comparison.changes.map((change) => changeItem(change, shown.get(change.id), filters));
  return `<nav class="changes" aria-label="List of changes">\n<h2>${comparison.changes.length === 1 ? 'One change' : 'List of changes'}</h2>\n<ol>\n${items.join('\n')}\n<li class="rest"></li>\n</ol>\n</nav>`;
}

/** Where a change shows and what a reader sees of it. */
interface ShownChange {
  readonly row: number;
  gone: string;
  added: string;
}

function shownChanges(redline: Redline): ReadonlyMap<number, ShownChange> {
  const shown = new Map<number, ShownChange>();
  for (const row of redline.rows) {
    for (const id of row.changes) if (!shown.has(id)) shown.set(id, { row: row.id, gone: '', added: '' });
    for (const run of blockRuns(row.inline)) {
      const change = run.change === undefined ? undefined : shown.get(run.change);
      if (change && run.op === 'delete') change.gone += run.text;
      else if (change && (run.op === 'insert' || row.status === 'moved-here')) change.added += run.text;
    }
    for (const id of row.changes) separate(shown.get(id));
  }
  return shown;
}

/** Words of neighbouring blocks do not run together in an excerpt. */
function separate(change: ShownChange | undefined): void {
  if (!change) return;
  if (change.gone) change.gone += ' ';
  if (change.added) change.added += ' ';
}

function blockRuns(block: RedlineBlock): readonly RedlineRun[] {
  if (block.kind === 'rule') return [];
  return block.kind === 'table-row' ? block.cells.flatMap(spaced) : block.runs;
}

/** The runs of a table cell, the last of them with a space after it. */
function spaced(cell: readonly RedlineRun[]): RedlineRun[] {
  return cell.map((run, index) => (index + 1 < cell.length ? run : { ...run, text: `${run.text} ` }));
}

function changeItem(change: Change, shown: ShownChange | undefined, filters: ComparisonFilters): string {
  const words = `${KIND_WORDS[change.kind]}${change.class === 'moved' ? '' : ` (${CLASS_WORDS[change.class]})`}`;
  const link = shown ? `<a href="#row-${shown.row}">${words}</a>` : words;
  const path = change.sectionB.length > 0 ? change.sectionB : change.sectionA;
  const section = (path.length > 1 ? path.slice(1) : path).join(' › ');
  const place = section ? `<span class="place">${escapeHtml(section)}</span>` : '';
  const gone = change.kind === 'move' ? '' : excerpt(shown?.gone ?? '');
  const added = excerpt(shown?.added ?? '');
  return `<li class="${filters.namesOf(change.id)}">${link}${place}${gone ? `<del>${gone}</del> ` : ''}${added ? (change.kind === 'move' ? `<span class="moved">${added}</span>` : `<ins>${added}</ins>`) : ''}</li>`;
}

function excerpt(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return escapeHtml(words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH - 1)}…` : words);
}

function columnHeads({ a, b }: Comparison): string {
  return `<div class="row heads"><div>${escapeHtml(a.label)}</div><div>${escapeHtml(b.label)}</div></div>`;
}

function rows(redline: Redline, filters: ComparisonFilters): string {
  const namesOf = (id: number | undefined): string => filters.namesOf(id);
  const firstOfMove = new Set<string>();
  return redline.rows
    .map((row) => rowHtml(row, namesOf, (current) => moveAnchor(current, firstOfMove)))
    .join('\n');
}

/** The place that the other half of a move points to; only the first row of a longer passage carries it. */
function moveAnchor(row: RedlineRow, given: Set<string>): string {
  if (row.move === undefined || (row.status !== 'moved-away' && row.status !== 'moved-here')) return '';
  const anchor = `move-${row.move}-${row.status === 'moved-away' ? 'from' : 'to'}`;
  if (given.has(anchor)) return '';
  given.add(anchor);
  return `<span id="${anchor}"></span>`;
}
