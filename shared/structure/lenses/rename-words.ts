import type { MarkdownDocument } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import type { TextEdit } from '../../model/text.ts';
import { sourceRange } from '../plain-text.ts';
import { makeReading } from '../reading.ts';
import { replaceRange } from './edits.ts';

/** Writes other words wherever some words stand alone, as one stretch of the source. */
export function renameWords(document: MarkdownDocument, old: string, words: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { plain } of makeReading(document).passages)
    for (let at = plain.text.indexOf(old); at >= 0; at = plain.text.indexOf(old, at + old.length)) {
      const range = sourceRange(plain, at, at + old.length);
      const alone = !/[\p{L}\p{N}]/u.test((plain.text[at - 1] ?? '') + (plain.text[at + old.length] ?? ''));
      if (alone && range.to - range.from === old.length)
        edits.push(...replaceRange(document.text, range, escapeMarkdown(words)));
    }
  return edits;
}
