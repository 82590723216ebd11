import type { ChangeClass, ChangeKind, Signal } from '../../shared/compare/comparison.ts';
import type { ChangeEntry } from './change-index.ts';

/** What readers call each class, in the order that filters list them. */
export const CLASS_NAMES: Readonly<Record<ChangeClass, string>> = {
  substantive: 'Wording',
  moved: 'Moved',
  numbering: 'Numbering',
  'link-target': 'Link target',
  'link-tracking': 'Link tracking',
  typography: 'Typography',
  markup: 'Formatting',
  reflow: 'Line breaks',
};

export const SIGNAL_NAMES: Readonly<Record<Signal, string>> = {
  number: 'Number',
  duration: 'Duration',
  date: 'Date',
  amount: 'Amount',
  modal: 'May / must',
  negation: 'Negation',
  party: 'Party',
  vendor: 'Vendor',
  term: 'Defined term',
  link: 'Link',
};

export const KIND_NAMES: Readonly<Record<ChangeKind, string>> = {
  insert: 'Insertion',
  delete: 'Deletion',
  replace: 'Replacement',
  move: 'Moved passage',
  split: 'Paragraph split',
  join: 'Paragraphs joined',
  row: 'Table row',
  cell: 'Table cell',
  format: 'Formatting',
  link: 'Link',
};

/** Read aloud in full, a long passage would drown the position; the text itself is next under the cursor. */
const SPOKEN_CHARACTERS = 160;

/** The sentence a screen reader hears on reaching a change: "Change 3 of 17, deletion, section Retention: …". */
export function announceChange(entry: ChangeEntry, position: number, total: number): string {
  const parts = [`Change ${position} of ${total}`, KIND_NAMES[entry.change.kind].toLowerCase()];
  if (entry.section) parts.push(`section ${entry.section}`);
  const signals = entry.change.signals.map((signal) => SIGNAL_NAMES[signal].toLowerCase());
  const spoken = [sayWords(entry), signals.length > 0 ? `Touches ${signals.join(', ')}.` : ''];
  return `${parts.join(', ')}: ${spoken.filter(Boolean).join(' ')}`;
}

/** Shortens to `limit` characters at a word, with an ellipsis; white space becomes single spaces. */
export function shorten(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ');
  if (flat.length <= limit) return flat;
  const cut = flat.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${space > limit / 2 ? cut.slice(0, space) : cut}…`;
}

/** `1 change`, `2 changes`, `1,200 changes`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function sayWords({ before, after, isMarkup }: ChangeEntry): string {
  if (isMarkup) return 'No visible words.';
  const old = shorten(before, SPOKEN_CHARACTERS).trim();
  const fresh = shorten(after, SPOKEN_CHARACTERS).trim();
  if (old && fresh && old !== fresh) return `“${old}” becomes “${fresh}”.`;
  return `“${old || fresh}”.`;
}
