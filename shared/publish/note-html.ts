import { escapeHtml } from './raw-html.ts';

/** A version's note as HTML; its line ends stay. */
export function noteHtml(note: string): string {
  return note
    .trim()
    .split(/\s*\n\s*/)
    .map(escapeHtml)
    .join('<br>');
}
