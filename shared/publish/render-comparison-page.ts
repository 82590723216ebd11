import type { Change, ChangeClass, ChangeKind, Comparison } from '../compare/comparison.ts';
import type { Redline, RedlineRow } from '../compare/redline.ts';
import { COMPARISON_STYLE } from './comparison-style.ts';
import { htmlPage } from './html-page.ts';
import { escapeHtml } from './raw-html.ts';
import { rowHtml } from './redline-html.ts';

export interface ComparisonPageInput {
  readonly comparison: Comparison;
  readonly redline: Redline;
  /** The language of both texts, a BCP 47 tag; English where it is not known. */
  readonly language?: string;
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
  const title = `Comparison: ${a.label} and ${b.label}`;
  return htmlPage({
    language: input.language ?? 'en',
    title,
    description: `What changed between ${a.label} and ${b.label}`,
    style: COMPARISON_STYLE,
    body: [
      '<a class="skip" href="#comparison">Skip to the comparison</a>',
      head(input.comparison),
      changeList(input.comparison, input.redline),
      VIEW_CONTROLS,
      `<main id="comparison" tabindex="-1">\n${columnHeads(input.comparison)}\n${rows(input.redline)}\n</main>`,
      '<footer>Published with Codicil.</footer>',
    ].join('\n'),
  });
}

const VIEW_CONTROLS = `<div class="controls" id="view"></div>
<input class="view-choice" type="radio" name="view" id="view-sides" checked><label class="view-label" for="view-sides">Side by side</label>
<input class="view-choice" type="radio" name="view" id="view-inline"><label class="view-label" for="view-inline">In one text</label>
<input class="view-choice" type="checkbox" id="only-changes"><label class="view-label" for="only-changes">Only what changed</label>`;

function head(comparison: Comparison): string {
  const { a, b } = comparison;
  return `<header>
<h1>What changed</h1>
<p class="sides">From <strong>${escapeHtml(a.label)}</strong> to <strong>${escapeHtml(b.label)}</strong></p>
<p class="accounting">${accounting(comparison)}</p>
${limits(comparison)}<ul class="legend">
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

function changeList(comparison: Comparison, redline: Redline): string {
  const rowOf = new Map<number, number>();
  for (const row of redline.rows) for (const id of row.changes) if (!rowOf.has(id)) rowOf.set(id, row.id);
  const items = comparison.changes.map((change) => changeItem(comparison, change, rowOf.get(change.id)));
  if (items.length === 0) return '<div class="changes"><p>The two texts are the same.</p></div>';
  return `<nav class="changes" aria-label="List of changes"><details open><summary>List of changes</summary>\n<ol>\n${items.join('\n')}\n</ol></details></nav>`;
}

function changeItem({ a, b }: Comparison, change: Change, row: number | undefined): string {
  const words = `${KIND_WORDS[change.kind]} (${CLASS_WORDS[change.class]})`;
  const link = row === undefined ? words : `<a href="#row-${row}">${words}</a>`;
  const section = (change.sectionB.length > 0 ? change.sectionB : change.sectionA).join(' › ');
  const place = section ? `<span class="place">${escapeHtml(section)}</span>` : '';
  const gone = change.kind === 'move' ? '' : excerpt(a.text, change.fromA, change.toA);
  const added = excerpt(b.text, change.fromB, change.toB);
  return `<li>${link}${place}${gone ? `<del>${gone}</del> ` : ''}${added ? `<ins>${added}</ins>` : ''}</li>`;
}

function excerpt(text: string, from: number, to: number): string {
  const words = text
    .slice(from, Math.min(to, from + 2 * EXCERPT_LENGTH))
    .replace(/\s+/g, ' ')
    .trim();
  return escapeHtml(words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH - 1)}…` : words);
}

function columnHeads({ a, b }: Comparison): string {
  return `<div class="row heads"><div>${escapeHtml(a.label)}</div><div>${escapeHtml(b.label)}</div></div>`;
}

function rows(redline: Redline): string {
  const firstOfMove = new Set<string>();
  return redline.rows.map((row) => rowHtml(row, (current) => moveAnchor(current, firstOfMove))).join('\n');
}

/** The place that the other half of a move points to; only the first row of a longer passage carries it. */
function moveAnchor(row: RedlineRow, given: Set<string>): string {
  if (row.move === undefined || (row.status !== 'moved-away' && row.status !== 'moved-here')) return '';
  const anchor = `move-${row.move}-${row.status === 'moved-away' ? 'from' : 'to'}`;
  if (given.has(anchor)) return '';
  given.add(anchor);
  return `<span id="${anchor}"></span>`;
}
