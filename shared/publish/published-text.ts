import { readFrontMatter } from '../structure/front-matter.ts';

/** A text as it is published: the policy itself, and the settings of a site generator that stand before it. */
export interface PublishedText {
  /** The policy; lines that settings took are empty, so that line numbers hold. */
  readonly text: string;
  /** The lines of front matter without its fences, or empty. CommonMark would read them as a heading. */
  readonly settings: string;
}

/** Separates front matter from the policy. Settings are shown small rather than left out: no word of a text is lost unseen. */
export function publishedText(text: string): PublishedText {
  const found = readFrontMatter(text);
  if (!found) return { text, settings: '' };
  const block = text.slice(found.from, found.to);
  return {
    text: block.replace(/[^\n]+/g, '') + text.slice(found.to),
    settings: block.replace(/^---[ \t]*\n|\n---[ \t]*\n?$/g, ''),
  };
}
