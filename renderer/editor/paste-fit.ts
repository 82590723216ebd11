/** What to insert between what stands on the line: several blocks, or a heading, a list or a table, get empty lines around them. */
export function fitInto(text: string, before: string, after: string): string {
  const isBlock = /\n/.test(text) || /^(?:#{1,6} |[-*+] |\d+[.)] |>|\|)/.test(text);
  if (!isBlock) return text;
  // A row of a table and a heading are one line each; blocks cannot stand in them.
  if (/^\s*\|/.test(before) || /^ {0,3}#{1,6} /.test(before)) return text.replace(/\s*\n\s*/g, ' ');
  const head = before.trim() === '' ? '' : '\n\n';
  const tail = after.trim() === '' ? '' : '\n\n';
  return head + text + tail;
}
