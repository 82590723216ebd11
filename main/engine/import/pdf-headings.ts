import type { LineGroup } from './pdf-blocks.ts';
import type { PageMeasures } from './pdf-measures.ts';

/** Text this much larger than the body's is a heading. */
const HEADING_RATIO = 1.12;
/** Bold text may be less large. */
const BOLD_RATIO = 1.05;
const MAX_HEADING_CHARACTERS = 200;
/** A heading that only its weight or face shows is shorter: a bold sentence is emphasis. */
const MAX_BOLD_CHARACTERS = 120;
const MAX_LEVEL = 6;
/** Sizes nearer to each other than this, in points, are one. */
const SAME_SIZE = 0.75;
const NUMBER = /^(?:section |article )?(\d{1,3}(?:\.\d{1,3})*)[.)]?\s/i;

interface Style {
  readonly size: number;
  readonly bold: boolean;
}

/**
 * The level of each group as a heading, 0 for what is none. Larger print is a higher level, then bold before light; among headings of one
 * style, deeper numbers ("2.1") are deeper levels.
 */
export function headingLevels(groups: readonly LineGroup[], measures: PageMeasures): number[] {
  const styles = groups.map((group) => headingStyle(group, measures));
  const ranked: Style[] = [];
  for (const style of styles) if (style && !ranked.some((known) => isSame(known, style))) ranked.push(style);
  ranked.sort((a, b) =>
    Math.abs(a.size - b.size) > SAME_SIZE ? b.size - a.size : Number(b.bold) - Number(a.bold),
  );
  const usual = ranked.map((style) => usualDepth(groups.filter((_, at) => isSame(styles[at], style))));
  return groups.map((group, at) => {
    const rank = ranked.findIndex((style) => isSame(styles[at], style));
    if (rank < 0) return 0;
    const deeper = Math.max(0, numberDepth(group) - (usual[rank] ?? 0));
    return Math.min(MAX_LEVEL, rank + 1 + (usual[rank] ? deeper : 0));
  });
}

/** How many parts the numbers of most headings have; 0 where most have none. */
function usualDepth(groups: readonly LineGroup[]): number {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(numberDepth(group), (counts.get(numberDepth(group)) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** Null for what is no heading. */
function headingStyle({ lines }: LineGroup, { bodySize, bodyBold, bodyFamily }: PageMeasures): Style | null {
  const [first] = lines;
  if (!first) return null;
  const text = lines.map((line) => line.text).join(' ');
  if (text.length > MAX_HEADING_CHARACTERS || !/\p{L}/u.test(text)) return null;
  if (first.label && !/^\(?\d/.test(first.label.text)) return null;
  const bold = lines.every((line) => line.bold);
  if (first.size >= bodySize * (bold && !bodyBold ? BOLD_RATIO : HEADING_RATIO))
    return { size: first.size, bold };
  const standsOut = (bold && !bodyBold) || lines.every(({ family }) => isOtherFace(family, bodyFamily));
  if (!standsOut || text.length > MAX_BOLD_CHARACTERS || first.size < bodySize - 1) return null;
  return /[.,:;]["”’)]*$|:\s/u.test(text) ? null : { size: first.size, bold };
}

/** Print in a typewriter's face is code. */
function isOtherFace(family: string, body: string): boolean {
  return family !== '' && body !== '' && family !== body && !/mono|cour|consol|typewriter/i.test(family);
}

function isSame(a: Style | null | undefined, b: Style): boolean {
  return a !== null && a !== undefined && Math.abs(a.size - b.size) <= SAME_SIZE && a.bold === b.bold;
}

/** How many parts a heading's number has; 0 without a number. */
function numberDepth({ lines: [first] }: LineGroup): number {
  const number = NUMBER.exec(`${first?.label?.text ?? ''} ${first?.text ?? ''}`.trim())?.[1];
  return number ? number.split('.').length : 0;
}
