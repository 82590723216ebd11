import type { MarkdownDocument } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import { readFrontMatter } from '../structure/front-matter.ts';

/** Where the settings of front matter stand, without the fences, and where it ends. */
interface FrontMatterPlaces {
  readonly settings: TextRange;
  readonly to: number;
}

/**
 * The lines between the fences of front matter, which the tree takes for a heading; null where there is none. They are shown as they
 * stand.
 */
export function findSettings({ text, blocks }: MarkdownDocument): FrontMatterPlaces | null {
  const matter = readFrontMatter(text);
  if (!matter || blocks.some(({ from, to }) => from < matter.to && to > matter.to)) return null;
  const inner = text.slice(0, matter.to).trimEnd();
  const from = text.indexOf('\n') + 1;
  const to = inner.lastIndexOf('\n');
  return to > from ? { settings: { from, to }, to: matter.to } : null;
}
