import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { RedlineRow } from '../../shared/compare/redline.ts';
import type { ChangeEntry } from './change-index.ts';
import { type MarkTone, type OverviewMark, overviewMarks, rowWeights, shareAbove } from './overview-marks.ts';
import type { RedlineHandle } from './redline-document.tsx';
import type { RedlineLayout } from './redline-row.tsx';

interface OverviewStripProps {
  readonly rows: readonly RedlineRow[];
  readonly shown: readonly ChangeEntry[];
  readonly layout: RedlineLayout;
  readonly document: RefObject<RedlineHandle | null>;
  /** Called with the nearest shown change, or null where none is near, and the share of the height that was clicked. */
  readonly onGo: (entry: ChangeEntry | null, row: number) => void;
}

/** The strip's own coordinates; it is stretched to the height of the window. */
const WIDTH = 14;
const HEIGHT = 1000;
/** A mark is never thinner than this, or single changes in a long document could not be seen. */
const THINNEST = 3;
/** A click this near to a mark means the mark, as a share of the height. */
const NEAR = 0.012;
/** Old words stand on the left, new ones on the right, so that the marks differ in place as well as in colour. */
const LANES: Readonly<Record<MarkTone, readonly [x: number, width: number]>> = {
  delete: [0, 6],
  insert: [8, 6],
  replace: [0, 14],
  move: [4, 6],
  other: [6, 2],
};

/** Where the changes stand in the whole document, beside its scroll bar. A click goes there; keys have F8 and the list. */
export function OverviewStrip({ rows, shown, layout, document, onGo }: OverviewStripProps): ReactNode {
  const shares = useMemo(() => shareAbove(rowWeights(rows, layout === 'inline')), [rows, layout]);
  const marks = useMemo(() => overviewMarks(shown, shares), [shown, shares]);
  const paths = useMemo(() => tonePaths(marks), [marks]);
  const view = useRef<HTMLDivElement>(null);
  useViewBox(document, view);
  return (
    <div
      className="cmp-strip"
      aria-hidden
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const share = (event.clientY - box.top) / Math.max(1, box.height);
        onGo(nearest(shown, shares, share), rowAtShare(shares, share));
      }}
    >
      <svg
        className="cmp-strip-marks"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="presentation"
      >
        {[...paths].map(([tone, path]) => (
          <path key={tone} data-tone={tone} d={path} />
        ))}
      </svg>
      <div ref={view} className="cmp-strip-view" />
    </div>
  );
}

/** One path for each tone, so that thousands of marks are five elements. */
function tonePaths(marks: readonly OverviewMark[]): ReadonlyMap<MarkTone, string> {
  const paths = new Map<MarkTone, string>();
  for (const { tone, from, to } of marks) {
    const [x, width] = LANES[tone];
    const height = Math.max(THINNEST, (to - from) * HEIGHT);
    const piece = `M${x} ${(from * HEIGHT).toFixed(1)}h${width}v${height.toFixed(1)}h${-width}z`;
    paths.set(tone, (paths.get(tone) ?? '') + piece);
  }
  return paths;
}

/** Moves the box that shows which part is in sight; straight on the element, since it changes with every scrolled pixel. */
function useViewBox(document: RefObject<RedlineHandle | null>, view: RefObject<HTMLDivElement | null>): void {
  const [ready, setReady] = useState(0);
  useEffect(() => {
    const scroller = document.current?.scroller;
    if (!scroller) {
      const timer = requestAnimationFrame(() => setReady(ready + 1));
      return () => cancelAnimationFrame(timer);
    }
    const place = () => {
      if (!view.current) return;
      view.current.style.top = `${(100 * scroller.scrollTop) / scroller.scrollHeight}%`;
      view.current.style.height = `${(100 * scroller.clientHeight) / scroller.scrollHeight}%`;
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(scroller);
    scroller.addEventListener('scroll', place, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', place);
    };
  }, [document, view, ready]);
}

function nearest(
  shown: readonly ChangeEntry[],
  shares: readonly number[],
  share: number,
): ChangeEntry | null {
  let best: ChangeEntry | null = null;
  let least = NEAR;
  for (const entry of shown) {
    const from = shares[entry.row] ?? 0;
    const to = shares[entry.row + 1] ?? 1;
    const distance = share < from ? from - share : share > to ? share - to : 0;
    if (distance < least) {
      best = entry;
      least = distance;
    }
  }
  return best;
}

function rowAtShare(shares: readonly number[], share: number): number {
  const after = shares.findIndex((above) => above > share);
  return Math.max(0, (after < 0 ? shares.length - 1 : after) - 1);
}
