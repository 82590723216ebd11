import type { Passage, Reading } from '../structure/reading.ts';

/** What stands at the head of a text is its own title. */
const HEAD_PASSAGES = 8;
/** Lines that are titles of policies, and not of sections about them ("Changes to this Policy"). */
const TITLE =
  /^(?!(?:changes|updates?|amendments?|about|questions|contact|modifications|revisions|acceptance)\b)[^.:;!?]{0,60}\b(?:Policy|Notice|Statement|Terms(?: of (?:Use|Service))?|Agreement|Addendum|Guidelines|Provisions)$/i;
const BREAK_BEFORE = /(?:^|\n)[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})\n+$/;

/** The titles of further policies on the same page, as pages that hold the terms for several regions or programmes have them. */
export function titlesOfOtherPolicies(reading: Reading): Passage[] {
  return reading.passages.filter(
    (passage) =>
      passage.index > HEAD_PASSAGES && isPolicyTitle(passage.plain.text) && isTop(reading, passage),
  );
}

/** True for a line that is a policy's title. */
export function isPolicyTitle(line: string): boolean {
  return TITLE.test(line.trim());
}

/** True if another policy of the page begins between two places. */
export function isOfAnother(titles: readonly Passage[], from: number, to: number): boolean {
  return titles.some(({ range }) => from < range.from && range.from <= to);
}

function isTop({ text }: Reading, { kind, level, range }: Passage): boolean {
  if (kind === 'heading' && level === 1) return true;
  return kind !== 'cell' && BREAK_BEFORE.test(text.slice(Math.max(0, range.from - 40), range.from));
}
