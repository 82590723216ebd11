/** Where the words go: within a line, as a title after `#` marks, or at the start of a paragraph. */
export type EscapePlace = 'inline' | 'heading' | 'paragraph';

/** Writes plain words as Markdown that reads back as the same words. White space is folded, as Markdown folds it. */
export function escapeMarkdown(words: string, place: EscapePlace = 'inline'): string {
  const folded = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const escaped = folded
    .replace(/[\\`*[\]<>~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
  switch (place) {
    case 'inline':
      return escaped;
    case 'heading':
      return escaped.replace(/(^|\s)(#+)$/, '$1\\$2'); // else they close the heading
    case 'paragraph':
      return escaped.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^[-+#=:]/, '\\$&');
  }
}
