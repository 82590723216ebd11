import { decodeHTML } from 'entities';

/** A heading of a published page. */
export interface PageHeading {
  readonly level: number;
  readonly text: string;
  /** The id that links in the page lead to. */
  readonly anchor: string;
}

/** What a published page says about itself in its head. */
export interface PageFacts {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly language: string;
}

const HEADING = /<h([1-6])\b[^>]*? id="([^"]*)"[^>]*>(.*?)<\/h\1>/gs;
/** The facts stand in a page's head, far before this. */
const HEAD_LENGTH = 8192;

/** The headings of a published page, in order. */
export function pageHeadings(html: string): PageHeading[] {
  return [...html.matchAll(HEADING)].map(([, level, id = '', inner = '']) => ({
    level: Number(level),
    text: decodeHTML(inner.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
    anchor: decodeHTML(id),
  }));
}

/** The facts of a published page, empty where it is silent. */
export function pageFacts(html: string): PageFacts {
  const head = html.slice(0, HEAD_LENGTH);
  const meta = (name: string): string =>
    decodeHTML(new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(head)?.[1] ?? '');
  return {
    title: decodeHTML(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ''),
    author: meta('author'),
    description: meta('description'),
    language: decodeHTML(/<html lang="([^"]*)"/.exec(head)?.[1] ?? ''),
  };
}
