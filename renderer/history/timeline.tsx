import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChangeSize } from '../../shared/ipc/library-requests.ts';
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
  /** How much changed with each version. */
  readonly changes: readonly ChangeSize[];
  readonly pair: VersionPair | null;
  readonly onPick: (number: number) => void;
  /** Wants the text of a version that is only known by name. */
  readonly onMissing: (entry: HistoryEntry) => void;
}

/**
 * The versions drawn over the years. Filled is substantive, hollow editorial, dashed a version that the text names but the library
 * does not hold; size is how much changed. Arrow keys go from mark to mark. The list below says the same in words.
 */
export function Timeline({ versions, stated, changes, pair, onPick, onMissing }: TimelineProps) {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  const { marks, years, axisY, height } = layoutTimeline(versions, stated, width, changes);
  // One mark is a stop of the Tab key; with hundreds of them all would be in the way.
  const entry = marks.findLast((mark) => mark.version?.number === pair?.recent) ?? marks.at(-1);
  const xOf = (number: number): number => marks.find((mark) => mark.version?.number === number)?.x ?? 0;
  return (
    <div
      ref={host}
      className="timeline"
      role="toolbar"
      aria-label="Timeline"
      style={{ height }}
      onKeyDown={moveFocus}
    >
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
            <Mark
              key={mark.key}
              mark={mark}
              pair={pair}
              isEntry={mark === entry}
              onPress={() => {
                if (mark.version) onPick(mark.version.number);
                const told = stated.find(({ iso }) => iso === mark.date);
                if (!mark.version && told) onMissing(told);
              }}
            />
          ))}
        </>
      ) : null}
    </div>
  );
}

interface MarkProps {
  readonly mark: TimelineMark;
  readonly pair: VersionPair | null;
  /** The one that the Tab key stops at. */
  readonly isEntry: boolean;
  readonly onPress: () => void;
}

const SIDE_NAMES = { old: 'old', recent: 'new' } as const;

function Mark({ mark, pair, isEntry, onPress }: MarkProps) {
  const { version, x, y, radius, kind } = mark;
  const side =
    version && pair?.old === version.number
      ? 'old'
      : version && pair?.recent === version.number
        ? 'recent'
        : undefined;
  const title = version ? titleOf(mark) : `${titleOf(mark)}. Attach its text…`;
  return (
    <button
      type="button"
      className="timeline-mark"
      data-kind={kind}
      data-side={side}
      style={{ left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius }}
      tabIndex={isEntry ? 0 : -1}
      title={title}
      aria-label={side ? `${title} Chosen as the ${SIDE_NAMES[side]} text.` : title}
      aria-pressed={version ? side !== undefined : undefined}
      onClick={onPress}
    >
      {side ? <span className="timeline-flag">{SIDE_NAMES[side]}</span> : null}
    </button>
  );
}

/** Arrow keys, Home and End move between the marks, in the order of their dates. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey) return;
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('.timeline-mark')];
  const at = marks.findIndex((mark) => mark.matches(':focus'));
  const step = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: marks.length - 1 }[event.key];
  if (at < 0 || step === undefined) return;
  event.preventDefault();
  marks[Math.max(0, Math.min(marks.length - 1, step))]?.focus();
}

function titleOf({ version, date, note, kind }: TimelineMark): string {
  const name = version ? `Version ${version.number}, ${kind}` : 'Named in the text, not in the library';
  return [`${name}, ${formatDate(date)}`, note].filter((part) => part !== '').join(': ');
}
