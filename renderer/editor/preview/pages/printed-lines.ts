import { indexLines } from '../../../../shared/model/text.ts';
import { type Anchor, lineAtTop, orderAnchors, topOfLine } from '../scroll-map.ts';
import type { PrintedHeading } from './printed-places.ts';

/** The end of a line, which is not yet the next one. */
const LAST_OF_LINE = 0.999;

/** A heading of the text and the 1-based line that it stands on. */
export interface WrittenHeading {
  readonly heading: string;
  readonly fromLine: number;
}

/** Lines of a text, with fractions, and heights on the column of its printed pages, each from the other. */
export interface PrintedLines {
  heightOfLine(line: number): number;
  lineAtHeight(height: number): number;
}

/**
 * Lines a text up with its printed pages by the headings that both have; between two of them by characters, because a line of Markdown is a
 * word or a page long. `heightOf` gives the height of a place on the column, `bottom` that of its end.
 */
export function printedLines(
  text: string,
  written: readonly WrittenHeading[],
  printed: readonly PrintedHeading[],
  heightOf: (heading: PrintedHeading) => number,
  bottom: number,
): PrintedLines {
  const lines = indexLines(text);
  const offsetOf = (line: number): number => {
    const from = lines.startOf(Math.floor(line));
    return from + (line % 1) * (lines.endOf(Math.floor(line)) - from);
  };
  const lineOf = (offset: number): number => {
    const line = lines.lineAt(offset);
    const from = lines.startOf(line);
    const length = lines.endOf(line) + 1 - from;
    return line + Math.min(LAST_OF_LINE, Math.max(0, offset - from) / length);
  };
  const anchors = orderAnchors([
    { line: -1, top: 0 }, // before a heading that the text begins with
    ...sameHeadings(written, printed).map(
      ([own, place]): Anchor => ({ line: offsetOf(own.fromLine), top: heightOf(place) }),
    ),
    { line: text.length + 1, top: bottom },
  ]);
  return {
    heightOfLine: (line) => topOfLine(anchors, offsetOf(line)),
    lineAtHeight: (height) => lineOf(lineAtTop(anchors, height)),
  };
}

/** Headings of the same words, in the order of both; the page may have more (its title, the list of versions). */
function sameHeadings(
  written: readonly WrittenHeading[],
  printed: readonly PrintedHeading[],
): (readonly [WrittenHeading, PrintedHeading])[] {
  const pairs: (readonly [WrittenHeading, PrintedHeading])[] = [];
  let next = 0;
  for (const own of written) {
    const at = printed.findIndex(
      ({ title }, index) => index >= next && lettersOf(title) === lettersOf(own.heading),
    );
    const place = printed[at];
    if (!place) continue;
    pairs.push([own, place]);
    next = at + 1;
  }
  return pairs;
}

function lettersOf(heading: string): string {
  return heading.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
