/**
 * A line for a terminal: controls (an escape sequence in a commit's message, a line end in a file's name) and marks that turn the direction
 * of writing show as their code, so that nothing printed can act or lie.
 */
export function printable(line: string): string {
  return line.replace(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (control) => `\\u${(control.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
