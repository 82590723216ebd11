import type { AlignedText, Alignment, CoverageCell, PassageSummary } from '../align/alignment.ts';
import type { FactCell, FactsTable } from '../align/facts-table.ts';
import { htmlPage } from './html-page.ts';
import { periodPlotFigure } from './period-plot-svg.ts';
import { escapeHtml } from './raw-html.ts';
import { renderPolicyBody } from './render-policy-body.ts';

export interface AlignmentReportInput {
  /** The texts in the order of `alignment.documents`. */
  readonly texts: readonly AlignedText[];
  readonly alignment: Alignment;
  readonly facts: FactsTable;
}

/** Status is told by a sign and a word, never by colour alone. */
const STATUS_SIGNS: Readonly<Record<CoverageCell['status'], string>> = {
  covered: '●',
  mentioned: '◐',
  absent: '○',
  unread: '–',
};

/** Companies side by side as one self-contained HTML file: coverage, facts, and the passages that the cells lead to: facing columns of two texts, else each text. No script. */
export function renderAlignmentReport(input: AlignmentReportInput): string {
  const labels = input.texts.map(({ label }) => label);
  const title = `Side by side: ${labels.join(', ')}`;
  const passages = input.texts.length === 2 ? facingColumns(input) : wholeTexts(input);
  return htmlPage({
    language: 'en',
    title,
    description: `Which passages of ${labels.join(', ')} correspond, what each covers, and what each states`,
    style: STYLE,
    body: `<a class="skip" href="#report">Skip to the report</a>
<header><h1>Side by side</h1><p>${escapeHtml(labels.join(' · '))}</p></header>
<main id="report" tabindex="-1">
${coverage(input.alignment)}
${facts(input)}
${passages}
</main>
<footer>Published with Codicil.</footer>`,
  });
}

/** Policies that fit beside each other on a sheet of paper. */
const MOST_ON_PAPER = 4;

/** A table with a column for each document; on paper, where it cannot scroll, several tables of a few documents each. */
function tableOf(
  first: string,
  labels: readonly string[],
  rows: (documents: ReadonlySet<number>) => string,
): string {
  const table = (documents: readonly number[], where: string): string =>
    `<div class="frame${where}"><table>${tableHead(
      first,
      documents.map((document) => labels[document] ?? ''),
    )}
<tbody>${rows(new Set(documents))}</tbody></table></div>`;
  const all = labels.map((_, document) => document);
  if (all.length <= MOST_ON_PAPER) return table(all, '');
  const groups = all
    .filter((document) => document % MOST_ON_PAPER === 0)
    .map((from) => table(all.slice(from, from + MOST_ON_PAPER), ' on-paper'));
  return [table(all, ' on-screen'), ...groups].join('\n');
}

function coverage(alignment: Alignment): string {
  const rows = (documents: ReadonlySet<number>): string =>
    alignment.topics
      .flatMap((topic) => {
        const below = alignment.fineTopics.filter(({ parent }) => parent === topic.id);
        return [
          matrixRow(topic.name, 'wide', cellsOf(alignment.coverage, topic.id, documents), topic.lookedFor),
          ...below.map(({ id, name, lookedFor }) =>
            matrixRow(name, 'fine', cellsOf(alignment.fineCoverage, id, documents), lookedFor),
          ),
        ];
      })
      .join('\n');
  return `<section aria-labelledby="coverage"><h2 id="coverage">What each covers</h2>
<p class="legend">● covered · ◐ mentioned · ○ absent. The ten topics are those of Wilson et al. (2016).</p>
${alignment.diagnostics.map(({ message }) => `<p class="notice">${escapeHtml(message)}</p>`).join('\n')}
${tableOf(
  'Topic',
  alignment.documents.map(({ label }) => label),
  rows,
)}</section>`;
}

function cellsOf(
  cells: readonly CoverageCell[],
  topic: string,
  documents: ReadonlySet<number>,
): CoverageCell[] {
  return cells
    .filter((cell) => cell.topic === topic && documents.has(cell.document))
    .sort((x, y) => x.document - y.document);
}

function matrixRow(
  name: string,
  kind: 'wide' | 'fine',
  cells: readonly CoverageCell[],
  lookedFor: readonly string[],
): string {
  const columns = cells.map(({ status, passages }) => {
    const where = passages
      .map(({ section, fromLine }) => `<a href="#${section}">line ${fromLine}</a>`)
      .join(', ');
    const sought = `looked for: ${escapeHtml(lookedFor.slice(0, 4).join('; '))} …`;
    const detail = status === 'absent' ? `<small>${sought}</small>` : `<small>${where}</small>`;
    const word = status === 'unread' ? 'not read' : status;
    return `<td class="${status}"><span aria-hidden="true">${STATUS_SIGNS[status]}</span> ${word} ${detail}</td>`;
  });
  return `<tr class="${kind}"><th scope="row">${escapeHtml(name)}</th>${columns.join('')}</tr>`;
}

function facts({ facts: table, alignment }: AlignmentReportInput): string {
  const rows = (documents: ReadonlySet<number>): string =>
    table.rows
      .map(
        ({ name, cells }) =>
          `<tr><th scope="row">${escapeHtml(name)}</th>${cells
            .filter(({ document }) => documents.has(document))
            .map((cell) => factCell(cell, alignment.documents[cell.document]?.sections ?? []))
            .join('')}</tr>`,
      )
      .join('\n');
  const common = table.vendors.filter(
    ({ namedBy }) => new Set(namedBy.map(({ document }) => document)).size > 1,
  );
  const shared = common.length
    ? `<p>Vendors in common: ${common.map(({ name }) => escapeHtml(name)).join(', ')}.</p>`
    : '<p>No vendor in common.</p>';
  return `<section aria-labelledby="facts"><h2 id="facts">What each states</h2>${shared}
${periodPlotFigure(table)}
${tableOf('Fact', table.documents, rows)}</section>`;
}

function factCell({ status, values, passages }: FactCell, sections: readonly PassageSummary[]): string {
  if (status === 'absent') return '<td class="absent">not stated</td>';
  if (status === 'unread') return '<td class="unread">not read</td>';
  if (status === 'unquantified')
    return `<td class="mentioned">no value stated <small>${passages.map(({ fromLine }) => lineLink(fromLine, sections)).join(', ')}</small></td>`;
  const items = values.map(({ text, detail, quote, fromLine }) => {
    const line = fromLine ? ` <small>${lineLink(fromLine, sections)}</small>` : '';
    const more = detail ? `<br><small>${escapeHtml(detail)}</small>` : '';
    const quoted = quote ? ` title="${escapeHtml(quote)}"` : '';
    return `<li${quoted}>${escapeHtml(text)}${line}${more}</li>`;
  });
  return `<td><ul>${items.join('')}</ul></td>`;
}

/** A line number that leads to the passage with that line. */
function lineLink(line: number, sections: readonly PassageSummary[]): string {
  const section = sections.find(({ fromLine, toLine }) => fromLine <= line && line <= toLine);
  return section ? `<a href="#${section.id}">line ${line}</a>` : `line ${line}`;
}

/** Each text in its passages, so that every cell above leads somewhere. */
function wholeTexts({ texts, alignment }: AlignmentReportInput): string {
  const parts = alignment.documents.map(({ label, sections }, document) => {
    const text = texts[document]?.text ?? '';
    const passages = sections.map((passage) => renderPassage(text, passage));
    return `<details><summary>${escapeHtml(label)}</summary>${passages.join('\n')}</details>`;
  });
  return `<section aria-labelledby="passages"><h2 id="passages">The texts</h2>
${parts.join('\n')}</section>`;
}

function tableHead(first: string, labels: readonly string[]): string {
  const heads = labels.map((label) => `<th scope="col">${escapeHtml(label)}</th>`);
  return `<thead><tr><th scope="col">${first}</th>${heads.join('')}</tr></thead>`;
}

/** The first text in its order with what corresponds beside it; what only the second has follows. Each passage stands once. */
function facingColumns({ texts, alignment }: AlignmentReportInput): string {
  const [left, right] = alignment.documents;
  const [textA, textB] = texts;
  if (!left || !right || !textA || !textB) return '';
  const shown = new Set<string>();
  const rows = left.sections.map((passage) => {
    const linked = alignment.links
      .filter(({ from }) => from === passage.id)
      .flatMap(({ to, reasons }) => {
        const counterpart = right.sections.find(({ id }) => id === to);
        return counterpart ? [{ counterpart, terms: reasons.sharedTerms }] : [];
      });
    const beside = linked.map(({ counterpart, terms }) => {
      const said = terms.length ? `<p class="terms">Both say: ${escapeHtml(terms.join(', '))}</p>` : '';
      return `${besidePassage(textB.text, counterpart, shown)}${said}`;
    });
    return facingRow(renderPassage(textA.text, passage), beside.join('\n') || NOTHING);
  });
  const rest = right.sections
    .filter(({ id }) => !shown.has(id))
    .map((passage) => facingRow(NOTHING, renderPassage(textB.text, passage)));
  return `<section aria-labelledby="passages"><h2 id="passages">Corresponding passages</h2>
<div class="pair heads"><div>${escapeHtml(left.label)}</div><div>${escapeHtml(right.label)}</div></div>
${[...rows, ...rest].join('\n')}</section>`;
}

const NOTHING = '<p class="nothing">Nothing corresponds.</p>';

function facingRow(left: string, right: string): string {
  return `<div class="pair"><div>${left}</div><div>${right}</div></div>`;
}

/** A passage that stands further up already is named, not repeated. */
function besidePassage(text: string, passage: PassageSummary, shown: Set<string>): string {
  if (shown.has(passage.id)) {
    const name = escapeHtml(passage.heading || `lines ${passage.fromLine}–${passage.toLine}`);
    return `<p class="again">See <a href="#${passage.id}">${name}</a> above.</p>`;
  }
  shown.add(passage.id);
  return renderPassage(text, passage);
}

function renderPassage(text: string, { id, range }: PassageSummary): string {
  return `<article id="${id}">${renderPolicyBody(text.slice(range.from, range.to))}</article>`;
}

const STYLE = `
:root {
  --ink: #1c2024; --soft-ink: #545b63; --paper: #ffffff; --panel: #f5f6f4; --line: #d5d9d6; --accent: #1d4f73;
  --text-face: "Codicil Serif", Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", Georgia, serif;
  --label-face: "Codicil Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e3; --soft-ink: #a9b0b5; --paper: #16191c; --panel: #1f2427; --line: #3a4146; --accent: #8fc1e3; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--text-face); overflow-wrap: break-word; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
header, main, footer { max-width: 90rem; margin: 0 auto; padding: 1rem 1.5rem; }
header, footer, table, .legend, .notice, .terms, .nothing, .again, .heads { font-family: var(--label-face); }
h1, h2 { line-height: 1.25; }
.legend, .terms, .nothing, .again, footer, small { color: var(--soft-ink); font-size: 0.8125rem; }
.frame { overflow-x: auto; }
.on-paper { display: none; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--paper); }
tr.wide > * { background: var(--panel); font-weight: 600; }
tr.fine th { padding-left: 1.6rem; font-weight: 400; }
td ul { margin: 0; padding-left: 1.1rem; }
td.absent, td.unread { color: var(--soft-ink); }
.plot { margin: 0.75rem 0 1.25rem; font-family: var(--label-face); }
.plot figcaption { color: var(--soft-ink); font-size: 0.8125rem; }
.plot svg { width: 100%; max-width: 60rem; height: auto; font-size: 12px; }
.plot text { fill: var(--ink); }
.plot .soft { fill: var(--soft-ink); }
.plot .name { font-weight: 600; }
.plot .tick, .plot .lane { stroke: var(--line); }
.plot circle { fill: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
details { max-width: 48rem; }
summary { font: 600 1rem/1.5 var(--label-face); cursor: pointer; padding: 0.4rem 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; padding: 0.75rem 0; border-top: 1px solid var(--line); }
.pair > div { min-width: 0; }
.heads { position: sticky; top: 0; background: var(--paper); font-weight: 600; }
article h1, article h2, article h3, article h4, article h5, article h6 { font-size: 1.1rem; margin: 0.3em 0; }
article table { font-size: 0.8125rem; }
@media print {
  :root { --ink: #000000; --soft-ink: #444444; --paper: #ffffff; --panel: #f5f5f5; --line: #bbbbbb; --accent: #000000; color-scheme: light; }
  body { font-size: 9.5pt; line-height: 1.4; orphans: 3; widows: 3; }
  header, main, footer { max-width: none; padding: 0; }
  .skip { display: none; }
  thead th, .heads { position: static; }
  .frame { overflow: visible; }
  .on-screen { display: none; }
  .on-paper { display: block; margin-bottom: 1.5rem; }
  .frame table { table-layout: fixed; overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
}
@page { margin: 18mm 16mm 20mm; }
`;
