import type { Lifeline, LifelineEvent } from '../../shared/ipc/history-requests.ts';
import type { IsoDate } from '../../shared/model/policy.ts';

/** How a passage read on a date: `event` is the last one on or before it; null before the passage appeared. */
export function readingOn({ events }: Lifeline, date: IsoDate): LifelineEvent | null {
  return events.find((event) => event.date <= date) ?? null;
}

/** The version in which the passage appeared; null for one that is only in the draft. */
export function appearance({ events }: Lifeline): LifelineEvent | null {
  return events.at(-1) ?? null;
}

/** How often the wording changed after the passage had appeared, the draft not counted. */
export function changeCount({ events }: Lifeline): number {
  return events.filter(({ kind }) => kind === 'changed').length;
}
