import type { TimeUnit } from '../structure/inspection.ts';
import type { FactId, FactsTable, FactValue } from './facts-table.ts';

/** A period on the axis. */
export interface PlotDot {
  readonly document: number;
  readonly value: FactValue;
  /** 0 at the left end of the axis to 1 at its right. */
  readonly at: number;
  /** 0 for the first at its place, 1, 2 … for those that would cover it. */
  readonly layer: number;
}

/** One kind of period with a lane for each document that states one. */
export interface PlotRow {
  readonly id: FactId;
  readonly name: string;
  readonly lanes: readonly { readonly document: number; readonly dots: readonly PlotDot[] }[];
}

/** The periods that policies state, on one logarithmic axis of time. */
export interface PeriodPlot {
  readonly rows: readonly PlotRow[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Hours; a working day as the part of a week that it is, months and years as they are on average. */
const HOURS: Readonly<Record<Exclude<TimeUnit, 'age'>, number>> = {
  hour: 1,
  day: 24,
  'working-day': 33.6,
  week: 168,
  month: 730.5,
  year: 8766,
};
const DRAWN: readonly FactId[] = [
  'retention',
  'backup',
  'deletion',
  'breach-notice',
  'response-time',
  'notice-of-changes',
];
const TICKS: readonly (readonly [hours: number, label: string])[] = [
  [1, '1 hour'],
  [24, '1 day'],
  [168, '1 week'],
  [730.5, '1 month'],
  [2191.5, '3 months'],
  [8766, '1 year'],
  [87_660, '10 years'],
];
/** Share of the axis within which one dot would cover another. */
const TOO_NEAR = 0.02;
/** Room beside the first and the last dot, so that none is cut. */
const MARGIN = 0.03;

/** Lays out the periods of a facts table; null where fewer than two are stated, which a table says as well. */
export function plotPeriods(facts: FactsTable): PeriodPlot | null {
  const drawn = facts.rows.filter(({ id }) => DRAWN.includes(id));
  const all = drawn.flatMap(({ cells }) => cells.flatMap(({ values }) => values.flatMap(hoursOf)));
  if (all.length < 2) return null;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const first = TICKS.findLast(([hours]) => hours <= least)?.[0] ?? least;
  const last = TICKS.find(([hours]) => hours >= most)?.[0] ?? most;
  const scale = makeScale(first, Math.max(last, first * 2));
  const rows = drawn.map(({ id, name, cells }) => ({
    id,
    name,
    lanes: cells.flatMap(({ document, values }) => {
      const dots = layer(
        values.flatMap((value) =>
          hoursOf(value).map((hours) => ({ document, value, at: scale(hours), layer: 0 })),
        ),
      );
      return dots.length > 0 ? [{ document, dots }] : [];
    }),
  }));
  return {
    rows: rows.filter(({ lanes }) => lanes.length > 0),
    ticks: TICKS.filter(([hours]) => hours >= first && hours <= last).map(([hours, label]) => ({
      at: scale(hours),
      label,
    })),
  };
}

function hoursOf({ period }: FactValue): number[] {
  return !period || period.unit === 'age' || period.value <= 0 ? [] : [period.value * HOURS[period.unit]];
}

function makeScale(first: number, last: number): (hours: number) => number {
  const span = Math.log(last / first);
  return (hours) => MARGIN + (1 - 2 * MARGIN) * (Math.log(hours / first) / span);
}

/** Dots in order of the axis, those that would cover the one before lifted above it. */
function layer(dots: readonly PlotDot[]): readonly PlotDot[] {
  const sorted = [...dots].sort((x, y) => x.at - y.at);
  const placed: PlotDot[] = [];
  for (const dot of sorted) {
    const before = placed.at(-1);
    const covers = before && dot.at - before.at < TOO_NEAR;
    placed.push({ ...dot, layer: covers ? before.layer + 1 : 0 });
  }
  return placed;
}
