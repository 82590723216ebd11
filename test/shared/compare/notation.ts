/**
 * Two texts in one line, and what became of them: `keep it for [7/up to 60] days` is "keep it for 7 days" and "keep it for up
 * to 60 days". Brackets that are part of the text are written as ⟦ and ⟧.
 */
export function parseNotation(notation: string): { a: string; b: string } {
  const side = (pick: 1 | 2): string =>
    notation
      .replace(/\[([^\]/]*)\/([^\]]*)\]/g, (_, a: string, b: string) => (pick === 1 ? a : b))
      .replace(/⟦/g, '[')
      .replace(/⟧/g, ']');
  return { a: side(1), b: side(2) };
}
