import { readFrontMatter } from '../structure/front-matter.ts';

/** The part of a text that is meant for readers: front matter goes, its lines stay empty so that line numbers hold. */
export function publishedText(text: string): string {
  const settings = readFrontMatter(text);
  if (!settings) return text;
  return text.slice(settings.from, settings.to).replace(/[^\n]+/g, '') + text.slice(settings.to);
}
