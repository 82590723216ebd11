import type { ChangeSize } from '../../shared/ipc/library-requests.ts';
import type { IsoDate, VersionSummary } from '../../shared/model/policy.ts';
import { dateOf } from '../../shared/model/version-order.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';

/** A version on the timeline, or one that the text names but the library does not hold. Pixels. */
export interface TimelineMark {
  readonly key: string;
  readonly kind: 'substantive' | 'editorial' | 'missing';
  readonly version: VersionSummary | null;
  readonly date: IsoDate;
  readonly note: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface TimelineYear {
  readonly year: number;
  readonly x: number;
  /** False where the years stand too close for every one to be named. */
  readonly named: boolean;
}

export interface TimelineLayout {
  readonly marks: readonly TimelineMark[];
  readonly years: readonly TimelineYear[];
  readonly axisY: number;
  readonly height: number;
}

const SIDE = 34;
/** Sizes of the marks. With many versions all are smaller and stand in more lanes, so that none hides another. */
interface Scale {
  readonly min: number;
  readonly max: number;
  readonly lanes: number;
}

const ROOMY: Scale = { min: 5, max: 15, lanes: 4 };
const CROWDED: Scale = { min: 4, max: 9, lanes: 8 };
/** Less room than this for each version on the average, and the marks are drawn small. */
const ROOM_PIXELS = 26;
const MISSING_RADIUS = 4.5;
const LANE_GAP = 5;
const MIN_YEAR_GAP = 46;
/** Room for the flags of the chosen versions. */
const TOP = 26;
const BELOW_AXIS = 34;

/** Entries of the history told by the text for whose date the library holds no version. */
export function missingEntries(
  versions: readonly VersionSummary[],
  stated: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const held = new Set(versions.map(dateOf));
  const seen = new Set<string>();
  return stated.filter(({ iso }) => {
    if (held.has(iso) || seen.has(iso)) return false;
    seen.add(iso);
    return true;
  });
}

/** Places versions over the years: each as large as what changed with it, stacked where they would overlap. */
export function layoutTimeline(
  newestFirst: readonly VersionSummary[],
  stated: readonly HistoryEntry[],
  width: number,
  changes: readonly ChangeSize[] = [],
): TimelineLayout {
  const oldestFirst = newestFirst.toReversed();
  const sizes = changeAmounts(oldestFirst, changes);
  const largest = Math.max(1, ...sizes.slice(1));
  const size = newestFirst.length * ROOM_PIXELS > width ? CROWDED : ROOMY;
  const unplaced = [
    ...oldestFirst.map((version, index) => versionMark(version, (sizes[index] ?? 0) / largest, size)),
    ...missingEntries(newestFirst, stated).map(missingMark),
  ].sort((a, b) => a.date.localeCompare(b.date));
  const span = yearSpan(unplaced.map((mark) => mark.date));
  const scale = (date: IsoDate): number =>
    SIDE + ((fractionalYear(date) - span.from) / (span.to - span.from)) * Math.max(0, width - 2 * SIDE);
  const lanes = assignLanes(
    unplaced.map((mark) => ({ x: scale(mark.date), radius: mark.radius })),
    size.lanes,
  );
  const depth = Math.max(0, ...lanes);
  const axisY = TOP + size.max + depth * (size.max + LANE_GAP) + size.max;
  const marks = unplaced.map((mark, index) => ({
    ...mark,
    x: scale(mark.date),
    y: axisY - size.max - 4 - (lanes[index] ?? 0) * (size.max + LANE_GAP),
  }));
  return { marks, years: yearTicks(span, scale), axisY, height: axisY + BELOW_AXIS };
}

type Unplaced = Omit<TimelineMark, 'x' | 'y'>;

/** About as many characters has a word with the space behind it: the two measures below are drawn on one scale. */
const CHARACTERS_A_WORD = 6;

/**
 * What changed with each version, in characters. Where a version does not follow the one that was added before it (an old text that came
 * late), nothing was compared with it, and the difference in length stands in.
 */
function changeAmounts(
  oldestFirst: readonly VersionSummary[],
  changes: readonly ChangeSize[],
): readonly number[] {
  const known = new Map(changes.map(({ number, came, went }) => [number, Math.max(came, went)]));
  const byNumber = oldestFirst.map(({ number }) => number).sort((x, y) => x - y);
  return oldestFirst.map((version, index) => {
    const before = oldestFirst[index - 1];
    const inOrder = before?.number === byNumber[byNumber.indexOf(version.number) - 1];
    const measured = inOrder ? known.get(version.number) : undefined;
    return measured ?? Math.abs(version.words - (before?.words ?? version.words)) * CHARACTERS_A_WORD;
  });
}

/** The first version changed nothing: it is drawn a quarter as large as the largest change. */
const FIRST_SHARE = 0.25;

function versionMark(version: VersionSummary, share: number, { min, max }: Scale): Unplaced {
  const drawn = version.number === 1 ? FIRST_SHARE : Math.min(1, share);
  return {
    key: `version-${version.number}`,
    kind: version.kind,
    version,
    date: dateOf(version),
    note: version.note,
    radius: min + (max - min) * Math.sqrt(drawn),
  };
}

function missingMark(entry: HistoryEntry): Unplaced {
  return {
    key: `stated-${entry.iso}`,
    kind: 'missing',
    version: null,
    date: entry.iso,
    note: entry.note,
    radius: MISSING_RADIUS,
  };
}

/** A lane for each mark, 0 at the axis, so that none covers the one before it in the same lane. */
function assignLanes(
  marks: readonly { readonly x: number; readonly radius: number }[],
  most: number,
): readonly number[] {
  const ends: number[] = [];
  return marks.map(({ x, radius }) => {
    const free = ends.findIndex((end) => end + 2 <= x - radius);
    const lane = free >= 0 ? free : Math.min(ends.length, most - 1);
    ends[lane] = x + radius;
    return lane;
  });
}

function yearSpan(dates: readonly IsoDate[]): { readonly from: number; readonly to: number } {
  const years = dates.map(fractionalYear).filter(Number.isFinite);
  if (years.length === 0) return { from: 2000, to: 2001 };
  const from = Math.floor(Math.min(...years));
  return { from, to: Math.max(from + 1, Math.floor(Math.max(...years)) + 1) };
}

function yearTicks(
  { from, to }: { readonly from: number; readonly to: number },
  scale: (date: IsoDate) => number,
): readonly TimelineYear[] {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const at = (year: number): number => scale(`${String(year).padStart(4, '0')}-01-01`);
  const gap = at(from + 1) - at(from);
  const every = Math.max(1, Math.ceil(MIN_YEAR_GAP / Math.max(gap, 1)));
  return years.map((year) => ({ year, x: at(year), named: (year - from) % every === 0 }));
}

/** 2019.5 for the middle of 2019; NaN for what is no date. */
function fractionalYear(date: IsoDate): number {
  const instant = Date.parse(`${date}T00:00:00Z`);
  const year = Number(date.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (instant - start) / (Date.UTC(year + 1, 0, 1) - start);
}
