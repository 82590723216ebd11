import { Fragment, type ReactNode } from 'react';
import type { FactValue } from '../../shared/align/facts-table.ts';
import type { PeriodPlot, PlotRow } from '../../shared/align/period-plot.ts';
import type { Seat } from './seats.ts';
import './period-plot.css';

interface PeriodPlotViewProps {
  readonly plot: PeriodPlot;
  readonly seats: readonly Seat[];
  readonly onOpen: (document: number, value: FactValue) => void;
}

/** The stated periods on one axis of time, a dot each that opens its sentence. The facts table below says the same in words. */
export function PeriodPlotView({ plot, seats, onOpen }: PeriodPlotViewProps): ReactNode {
  return (
    <figure className="plot" aria-label="Stated periods on an axis of time; the table of facts says the same">
      <figcaption>Stated periods, on a logarithmic axis</figcaption>
      <div className="plot-grid">
        <Axis plot={plot} />
        {plot.rows.map((row) => (
          <Fragment key={row.id}>
            <p className="plot-name">{row.name}</p>
            <Lanes row={row} plot={plot} seats={seats} onOpen={onOpen} />
          </Fragment>
        ))}
      </div>
    </figure>
  );
}

/** Stays in sight above the lanes. */
function Axis({ plot }: { readonly plot: PeriodPlot }): ReactNode {
  return (
    <div className="plot-axis" aria-hidden>
      {plot.ticks.map(({ at, label }) => (
        <span key={label} style={{ left: percent(at) }}>
          {label}
        </span>
      ))}
    </div>
  );
}

function Lanes({ row, plot, seats, onOpen }: PeriodPlotViewProps & { readonly row: PlotRow }): ReactNode {
  return row.lanes.map(({ document, dots }) => {
    const seat = seats[document];
    const height = 1 + Math.max(...dots.map(({ layer }) => layer));
    return (
      <Fragment key={document}>
        <span className="plot-seat" title={seat ? `${seat.company} ${seat.policy}` : undefined}>
          {seat?.company}
        </span>
        <div className="plot-lane" style={{ height: `${10 + 12 * height}px` }}>
          {plot.ticks.map(({ at, label }) => (
            <span key={label} className="plot-tick" style={{ left: percent(at) }} />
          ))}
          {dots.map(({ value, at, layer }) => (
            <button
              key={`${value.fromLine} ${value.key} ${layer}`}
              type="button"
              className="plot-dot"
              style={{ left: percent(at), bottom: `${5 + 12 * layer}px` }}
              title={`${value.text}: ${value.quote}`}
              aria-label={`${row.name}, ${seat?.company ?? ''}: ${value.text}`}
              onClick={() => onOpen(document, value)}
            />
          ))}
        </div>
      </Fragment>
    );
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
