/** Widths of letters in shares of the type size, as in most text faces; enough to know which word an edge is at. */
const NARROW = /[iljtfrI.,;:'’!|()[\]/ -]/;
const WIDE = /[mwMWA-Z@%&]/;
const [NARROW_WIDTH, USUAL_WIDTH, WIDE_WIDTH] = [0.3, 0.5, 0.72];
/** What may stand right before a link's first word, and right after its last one. */
const BEFORE_WORD = /[\s("“‘'[/–—-]/u;
const AFTER_WORD = /[\s.,;:!?)"”’'\]/–—-]/u;

/**
 * Where a link begins and ends in a line of text. Areas are drawn around letters, whose places in the line the file does not tell one by
 * one: they are estimated from usual widths and moved to the nearest edge of a word. `left` and `right` are shares of the line's width.
 */
export function decideLinkEdges(
  text: string,
  left: number,
  right: number,
): { readonly from: number; readonly to: number } {
  const places = letterPlaces(text);
  const begins = (at: number): boolean =>
    /\S/u.test(text[at] ?? '') && (at === 0 || BEFORE_WORD.test(text[at - 1] ?? ''));
  const ends = (at: number): boolean =>
    /\S/u.test(text[at - 1] ?? '') && (at === text.length || AFTER_WORD.test(text[at] ?? ''));
  const from = nearest(places, left, begins);
  const to = nearest(places, right, (at) => at > from && ends(at));
  return { from, to: Math.max(from, to) };
}

/** The left edge of each letter, and the end, as shares of the whole width. */
function letterPlaces(text: string): number[] {
  const places = [0];
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    sum += NARROW.test(letter) ? NARROW_WIDTH : WIDE.test(letter) ? WIDE_WIDTH : USUAL_WIDTH;
    places.push(sum);
  }
  return places.map((place) => place / sum);
}

function nearest(places: readonly number[], wanted: number, fits: (at: number) => boolean): number {
  let best = wanted <= 0 ? 0 : places.length - 1;
  let distance = Number.POSITIVE_INFINITY;
  places.forEach((place, at) => {
    const away = Math.abs(place - wanted);
    if (away < distance && fits(at)) [best, distance] = [at, away];
  });
  return best;
}
