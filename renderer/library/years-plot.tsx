import type { VersionsOfYear } from '../../shared/model/policy.ts';
import { formatCount } from '../components/format-date.ts';

/** The years that all plots of a list have, so that they can be read one below another. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

interface YearsPlotProps {
  readonly years: readonly VersionsOfYear[];
  readonly span: YearSpan;
}

const HEIGHT = 20;
const WIDTH = 96;
/** Few years are not blown up to the whole width. */
const WIDEST_YEAR = 14;
/** What a bar leaves free of its year. */
const BAR_SHARE = 0.64;
/** A single version is seen; from this many on a year is full. */
const FULL_YEAR = 16;

/** A policy's versions by year, as bars on the same years for all policies. */
export function YearsPlot({ years, span }: YearsPlotProps) {
  const count = span.last - span.first + 1;
  const yearWidth = Math.min(WIDEST_YEAR, WIDTH / count);
  const width = count * yearWidth;
  return (
    <svg className="years-plot" width={width} height={HEIGHT} role="img" aria-label={tellYears(years)}>
      <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {years.map(({ year, versions }) => {
        const height = barHeight(versions);
        return (
          <rect
            key={year}
            x={(year - span.first + (1 - BAR_SHARE) / 2) * yearWidth}
            y={HEIGHT - height}
            width={yearWidth * BAR_SHARE}
            height={height}
          >
            <title>{`${year}: ${formatCount(versions, 'version')}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** By the logarithm: archives have a hundred versions in one year, people have one. */
function barHeight(versions: number): number {
  const share = Math.log2(Math.min(versions, FULL_YEAR) + 1) / Math.log2(FULL_YEAR + 1);
  return Math.max(4, Math.round(share * (HEIGHT - 1)));
}

function tellYears(years: readonly VersionsOfYear[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return 'No versions';
  const total = formatCount(
    years.reduce((sum, { versions }) => sum + versions, 0),
    'version',
  );
  return first === last ? `${total} in ${first.year}` : `${total} from ${first.year} to ${last.year}`;
}
