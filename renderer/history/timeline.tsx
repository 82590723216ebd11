import { useEffect, useRef, useState } from 'react';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';
import { formatDate } from '../components/format-date.ts';
import './timeline.css';
import { layoutTimeline, type TimelineMark } from './timeline-layout.ts';
import type { VersionPair } from './version-pair.ts';

interface TimelineProps {
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
  /** What the text itself tells of its history. */
  readonly stated: readonly HistoryEntry[];
  readonly pair: VersionPair | null;
  readonly onPick: (number: number) => void;
}

/**
 * The versions drawn over the years. Filled is substantive, hollow editorial, dashed a version that the text names but the library
 * does not hold; size is how much the length changed. The list below says the same in words.
 */
export function Timeline({ versions, stated, pair, onPick }: TimelineProps) {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  const { marks, years, axisY, height } = layoutTimeline(versions, stated, width);
  const xOf = (number: number): number => marks.find((mark) => mark.version?.number === number)?.x ?? 0;
  return (
    <div ref={host} className="timeline" style={{ height }}>
      {width > 0 ? (
        <>
          <svg width={width} height={height} aria-hidden>
            <line className="timeline-axis" x1={0} x2={width} y1={axisY} y2={axisY} />
            {pair ? (
              <line
                className="timeline-span"
                x1={xOf(pair.old)}
                x2={xOf(pair.recent)}
                y1={axisY}
                y2={axisY}
              />
            ) : null}
            {years.map(({ year, x, named }) => (
              <g key={year}>
                <line className="timeline-tick" x1={x} x2={x} y1={axisY} y2={axisY + (named ? 6 : 3)} />
                {named ? (
                  <text className="timeline-year" x={x} y={axisY + 21}>
                    {year}
                  </text>
                ) : null}
              </g>
            ))}
            {marks.map((mark) => (
              <line key={mark.key} className="timeline-stem" x1={mark.x} x2={mark.x} y1={mark.y} y2={axisY} />
            ))}
          </svg>
          {marks.map((mark) => (
            <Mark key={mark.key} mark={mark} pair={pair} onPick={onPick} />
          ))}
        </>
      ) : null}
    </div>
  );
}

interface MarkProps {
  readonly mark: TimelineMark;
  readonly pair: VersionPair | null;
  readonly onPick: (number: number) => void;
}

const SIDE_NAMES = { old: 'old', recent: 'new' } as const;

function Mark({ mark, pair, onPick }: MarkProps) {
  const { version, x, y, radius, kind } = mark;
  const place = { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius };
  if (!version)
    return (
      <span className="timeline-mark" data-kind={kind} style={place} title={titleOf(mark)}>
        <span className="visually-hidden">{titleOf(mark)}</span>
      </span>
    );
  const side = pair?.old === version.number ? 'old' : pair?.recent === version.number ? 'recent' : undefined;
  return (
    <button
      type="button"
      className="timeline-mark"
      data-kind={kind}
      data-side={side}
      style={place}
      title={titleOf(mark)}
      aria-label={side ? `${titleOf(mark)} Chosen as the ${SIDE_NAMES[side]} text.` : titleOf(mark)}
      aria-pressed={side !== undefined}
      onClick={() => onPick(version.number)}
    >
      {side ? <span className="timeline-flag">{SIDE_NAMES[side]}</span> : null}
    </button>
  );
}

function titleOf({ version, date, note, kind }: TimelineMark): string {
  const name = version ? `Version ${version.number}, ${kind}` : 'Named in the text, not in the library';
  return [`${name}, ${formatDate(date)}`, note].filter((part) => part !== '').join(': ');
}
