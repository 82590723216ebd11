import type { Block, MarkdownDocument } from '../markdown/document.ts';
import { type FoundHeading, isTitle } from './find-headings.ts';
import { headingTopics } from './topic-strengths.ts';
import type { CategoryId } from './topics/topic.ts';
import { topics } from './topics/topic-tree.ts';

/** Subjects that other policies give a section of their own; a paragraph titled so is one, wherever it stands. */
const STANDING_ALONE: ReadonlySet<CategoryId> = new Set<CategoryId>([
  'data-retention',
  'data-security',
  'do-not-track',
  'policy-change',
]);
const RUN_IN = /^[*_]*(\p{Lu}[^.:*_\n]{2,60}?)[*_]*[.:][*_]*\s+\S/u;
const MAX_WORDS = 6;

/** Paragraphs that open with a title of their own ("Retention. We keep …") under a heading of another subject. */
export function findRunInHeadings(
  document: MarkdownDocument,
  headings: readonly FoundHeading[],
): { from: number; level: number; heading: string }[] {
  const found: { from: number; level: number; heading: string }[] = [];
  let next = 0;
  let inside = false;
  for (const block of document.blocks) {
    while (headings[next] && (headings[next]?.from ?? 0) <= block.from) {
      next++;
      inside = false;
    }
    const above = headings[next - 1];
    const title = above && above.from !== block.from && readRunIn(document.text, block);
    if (!title) continue;
    const category = mainCategory(title);
    const standsAlone =
      category !== null && STANDING_ALONE.has(category) && !sameSubject(above.text, category);
    // A paragraph with a title of its own also ends the one before it.
    if (standsAlone || inside) found.push({ from: block.from, level: above.level + 1, heading: title });
    inside = standsAlone;
  }
  return found;
}

function readRunIn(text: string, block: Block): string | null {
  if (block.kind !== 'paragraph') return null;
  const title = RUN_IN.exec(text.slice(block.from, Math.min(block.to, block.from + 120)))?.[1]?.trim();
  return title && isTitle(title) && title.split(/\s+/).length <= MAX_WORDS ? title : null;
}

function mainCategory(title: string): CategoryId | null {
  const best = headingTopics(title)[0];
  return best === undefined ? null : (topics[best]?.category ?? null);
}

/** True where the heading speaks of the category before any other. */
function sameSubject(heading: string, category: CategoryId): boolean {
  const first = headingTopics(heading)[0];
  return first !== undefined && topics[first]?.category === category;
}
