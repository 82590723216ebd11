/** A block of the rendered page: the 1-based line it begins at in the text, and where it stands on the page in pixels. */
export interface Anchor {
  readonly line: number;
  readonly top: number;
}

/** Where on the page a line (with its fraction) stands, between the blocks around it. */
export function topOfLine(anchors: readonly Anchor[], line: number): number {
  return interpolate(anchors, line, 'line', 'top');
}

/** The line (with its fraction) that stands at a height of the page. */
export function lineAtTop(anchors: readonly Anchor[], top: number): number {
  return interpolate(anchors, top, 'top', 'line');
}

/** Anchors in order of both line and height; those that stand out of order (footnotes, hoisted parts) are left out. */
export function orderAnchors(anchors: readonly Anchor[]): readonly Anchor[] {
  const ordered: Anchor[] = [];
  for (const anchor of anchors) {
    const last = ordered.at(-1);
    if (!last || (anchor.line > last.line && anchor.top >= last.top)) ordered.push(anchor);
  }
  return ordered;
}

function interpolate(
  anchors: readonly Anchor[],
  value: number,
  from: keyof Anchor,
  to: keyof Anchor,
): number {
  const first = anchors[0];
  if (!first) return to === 'line' ? 1 : 0;
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((anchors[middle]?.[from] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  const before = anchors[low] ?? first;
  const after = anchors[low + 1];
  if (!after || value <= before[from]) return before[to];
  const part = (value - before[from]) / (after[from] - before[from]);
  return before[to] + part * (after[to] - before[to]);
}
