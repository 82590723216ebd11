import type { FactsTable } from '../align/facts-table.ts';
import { type PeriodPlot, type PlotRow, plotPeriods } from '../align/period-plot.ts';
import { escapeHtml } from './raw-html.ts';

/** Sizes in the units of the drawing. */
const WIDTH = 960;
const LABELS = 230;
const NAME_HEIGHT = 26;
const LAYER = 12;
const LANE_PADDING = 12;
const RADIUS = 5;
/** Characters of a label that fit before the axis. */
const LONGEST_LABEL = 34;

/** The stated periods as a figure with one dot each on an axis of time; empty where there are too few. The table says the same. */
export function periodPlotFigure(facts: FactsTable): string {
  const plot = plotPeriods(facts);
  if (!plot) return '';
  let top = 0;
  const rows = plot.rows.map((row) => {
    const drawn = drawRow(row, facts.documents, top);
    top = drawn.bottom;
    return drawn.svg;
  });
  return `<figure class="plot"><figcaption>Stated periods, on a logarithmic axis of time. The table below says the same in words.</figcaption>
<svg viewBox="0 0 ${WIDTH} ${top + 26}" role="img" aria-label="Stated periods by policy; the table below says the same">
${drawTicks(plot, top)}
${rows.join('\n')}
</svg></figure>`;
}

function drawTicks({ ticks }: PeriodPlot, bottom: number): string {
  return ticks
    .map(
      ({ at, label }) =>
        `<line class="tick" x1="${x(at)}" x2="${x(at)}" y1="${NAME_HEIGHT}" y2="${bottom}"/><text class="soft" x="${x(at)}" y="${bottom + 18}" text-anchor="middle">${label}</text>`,
    )
    .join('\n');
}

function drawRow(row: PlotRow, documents: readonly string[], top: number): { svg: string; bottom: number } {
  const parts = [`<text class="name" x="0" y="${top + 18}">${escapeHtml(row.name)}</text>`];
  let y = top + NAME_HEIGHT;
  for (const { document, dots } of row.lanes) {
    const height = LANE_PADDING + LAYER * (1 + Math.max(...dots.map(({ layer }) => layer)));
    const base = y + height - LANE_PADDING / 2 - RADIUS;
    const label = documents[document] ?? '';
    const short = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
    parts.push(
      `<text class="soft" x="${LABELS - 10}" y="${base + 4}" text-anchor="end">${escapeHtml(short)}</text>`,
      `<line class="lane" x1="${LABELS}" x2="${WIDTH}" y1="${y + height}" y2="${y + height}"/>`,
      ...dots.map(
        ({ value, at, layer }) =>
          `<circle cx="${x(at)}" cy="${base - LAYER * layer}" r="${RADIUS}"><title>${escapeHtml(`${label}: ${value.text}, line ${value.fromLine}. ${value.quote}`)}</title></circle>`,
      ),
    );
    y += height;
  }
  return { svg: parts.join('\n'), bottom: y };
}

function x(share: number): string {
  return (LABELS + share * (WIDTH - LABELS)).toFixed(1);
}
