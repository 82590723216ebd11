/**
 * Writes plain words as Markdown that reads back as the same words: within a line, and also at the start of a block when
 * `atBlockStart`. White space is folded, as Markdown folds it.
 */
export function escapeMarkdown(words: string, atBlockStart = false): string {
  const folded = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const escaped = folded
    .replace(/[\\`*[\]<>~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
  return atBlockStart ? escapeBlockStart(escaped) : escaped;
}

/** A title or paragraph must not turn into a list, a quote, a rule or a heading. */
function escapeBlockStart(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+#=:])/, '\\$1')
    .replace(/(\s)(#+)$/, '$1\\$2');
}
