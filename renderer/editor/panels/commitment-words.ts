import type { TimeCommitment, TimeCommitmentKind } from '../../../shared/structure/inspection.ts';

const KINDS: Readonly<Record<TimeCommitmentKind, string>> = {
  retention: 'Kept for',
  deletion: 'Deleted within',
  backup: 'Backups',
  'restore-window': 'Restorable for',
  response: 'Answered within',
  'breach-notification': 'Breach notice',
  notice: 'Notice',
  lookback: 'Looks back',
  'request-limit': 'Request limit',
  'minimum-age': 'Minimum age',
  other: 'Other',
};

/** What a commitment is about, in a word or two. */
export function commitmentKind(kind: TimeCommitmentKind): string {
  return KINDS[kind];
}

/** "60 days", "1 working day", "16 years old". */
export function commitmentLength({ value, unit }: TimeCommitment): string {
  if (unit === 'age') return `${value} years old`;
  const name = unit === 'working-day' ? 'working day' : unit;
  return `${value} ${name}${value === 1 ? '' : 's'}`;
}
