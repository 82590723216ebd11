import type { FindMatch } from './find-text.ts';

/**
 * Work on the drawn redline that React would redraw thousands of rows for: which change is current, which are left unmarked,
 * where matches stand.
 */

/** Marks the elements of the current change, and its row, which also shows changes that have no visible words. */
export function markCurrent(
  root: HTMLElement | null,
  current: { readonly row: number; readonly change: number } | null,
): void {
  if (!root) return;
  for (const element of root.querySelectorAll('[data-current]')) element.removeAttribute('data-current');
  if (!current) return;
  const selector = `[data-change="${current.change}"], [data-row="${current.row}"]`;
  for (const element of root.querySelectorAll(selector)) element.setAttribute('data-current', '');
}

/** Takes the marks off changes that the filter does not show, and the bars off rows that have no others. */
export function markQuiet(root: HTMLElement | null, quiet: ReadonlySet<number>): void {
  if (!root) return;
  for (const element of root.querySelectorAll('[data-quiet]')) element.removeAttribute('data-quiet');
  if (quiet.size === 0) return;
  for (const element of root.querySelectorAll<HTMLElement>('[data-change]'))
    if (quiet.has(Number(element.dataset['change']))) element.setAttribute('data-quiet', '');
  for (const row of root.querySelectorAll<HTMLElement>('[data-changes]')) {
    const changes = row.dataset['changes']?.split(' ') ?? [];
    if (changes.every((change) => quiet.has(Number(change)))) row.setAttribute('data-quiet', '');
  }
}

/** What to bring into sight: a row, or within it the words of a change. */
export interface RevealTarget {
  readonly row: number;
  readonly change?: number;
  /** `center` by default; `start` puts the row at the top. */
  readonly place?: 'center' | 'start';
}

/** Scrolls a change into sight, or its row where it has no visible words. */
export function revealIn(root: HTMLElement, { row, change, place = 'center' }: RevealTarget): void {
  const find = () =>
    (change === undefined ? null : root.querySelector(`[data-row] [data-change="${change}"]`)) ??
    root.querySelector(`[data-row="${row}"]`);
  const scroll = () => find()?.scrollIntoView({ block: place, inline: 'nearest' });
  scroll();
  // Pages that come near for the first time take their real height then, which moves what was just placed.
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}

/** Shows where a jump arrived: focus goes to the sign of the moved passage there, and the row lights up for a moment. */
export function markArrival(root: HTMLElement, row: number): void {
  const element = root.querySelector<HTMLElement>(`[data-row="${row}"]`);
  element?.querySelector<HTMLElement>('.rl-chip')?.focus({ preventScroll: true });
  element?.animate([{ outlineColor: 'var(--move)' }, { outlineColor: 'transparent' }], {
    duration: ARRIVAL_MS,
    easing: 'ease-in',
  });
}

/** Long enough to find the row after the page has jumped. */
const ARRIVAL_MS = 1600;

/** The position of the first row that is at least partly in sight. */
export function topRow(root: HTMLElement): number {
  const top = root.getBoundingClientRect().top + (root.querySelector('thead')?.clientHeight ?? 0);
  const page = [...root.querySelectorAll<HTMLElement>('.rl-page')].find(
    (element) => element.getBoundingClientRect().bottom > top + 1,
  );
  const row = [...(page?.querySelectorAll<HTMLElement>('.rl-row') ?? [])].find(
    (element) => element.getBoundingClientRect().bottom > top + 1,
  );
  return Number(row?.dataset['row'] ?? 0);
}

/** Ranges of matches over the drawn text, in the order given; a match in text that is not drawn gives none. */
export function matchRanges(root: HTMLElement, matches: readonly FindMatch[]): readonly Range[] {
  const rows = new Map<string, Element>();
  // One pass over the rows: a query for each match would read the whole document as often.
  for (const row of root.querySelectorAll<HTMLElement>('[data-row]')) rows.set(row.dataset['row'] ?? '', row);
  return matches.flatMap((match) => {
    const texts = rows.get(String(match.row))?.querySelectorAll(`[data-side="${match.side}"] [data-text]`);
    return rangeWithin(texts?.[match.text], match.from, match.to) ?? [];
  });
}

function rangeWithin(element: Element | undefined, from: number, to: number): Range | null {
  if (!element) return null;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let started = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!started && from < before + length) {
      range.setStart(node, from - before);
      started = true;
    }
    if (started && to <= before + length) {
      range.setEnd(node, to - before);
      return range;
    }
    before += length;
  }
  return null;
}
