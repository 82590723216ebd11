import type { Block, Inline, MarkdownDocument, Paragraph } from '../markdown/document.ts';
import { walkBlocks } from '../markdown/parse-document.ts';
import { countWords, type TextRange } from '../model/text.ts';
import { readFrontMatter } from '../structure/front-matter.ts';
import { plainText, tidyHeading } from './heading-text.ts';
import { HEADING_WEIGHT, headingPhrases } from './topics/topic-phrases.ts';
import { foldWords, headingWords } from './words.ts';

/** A title that begins a passage, marked up as one or only written like one. */
export interface FoundHeading extends TextRange {
  readonly level: number;
  readonly text: string;
}

/** Below this many headings, or above these words for each, titles are looked for in bold lines, then in plain ones. */
const ENOUGH_HEADINGS = 3;
const WORDS_BEFORE_BOLD = 450;
/** Plain lines are the weaker sign, so more must be missing. */
const WORDS_BEFORE_PLAIN = 1500;
const MAX_TITLE_WORDS = 12;
/** Titles without markup rank below any marked-up title. */
const BOLD_LEVEL = 7;
const UNMARKED_LEVEL = 8;

const STATED_DATE =
  /^(?:last\s+)?(?:updated|modified|revised|effective|date|version|published)\b.{0,40}(?:\d|$)/i;
/** A numbered title may end with a full stop ("6.1. Termination by the user."). */
const NUMBERED = /^(?:\d{1,2}|[A-Z])[.)]/;
/** Up to seven words without the commas and brackets of company names. */
const PLAIN_TITLE = /^[^\s,()]+(?:\s[^\s,()]+){0,6}$/;

/** Finds the headings of a document in order; markup first, then bold lines, then plain title lines where markup is missing. */
export function findHeadings(document: MarkdownDocument): readonly FoundHeading[] {
  const words = countWords(document.text);
  const enough = (found: readonly FoundHeading[], wordsEach: number): boolean =>
    found.length >= ENOUGH_HEADINGS && words / found.length <= wordsEach;
  const begin = contentStart(document);
  const marked = findMarked(document).filter((heading) => heading.from >= begin);
  const lines = findBoldLines(document);
  if (enough(marked, WORDS_BEFORE_BOLD))
    return mergeHeadings(marked, inLongSections(document, marked, lines));
  const bold = mergeHeadings(marked, inOrder([...lines, ...findBoldOpenings(document)]));
  if (enough(bold, WORDS_BEFORE_PLAIN)) return bold;
  return mergeHeadings(bold, findTitleLines(document));
}

/** Offset at which the policy itself begins: after front matter, and after the quoted note that web archives put first. */
export function contentStart(document: MarkdownDocument): number {
  const matter = readFrontMatter(document.text)?.to ?? 0;
  const first = document.blocks.find((block) => block.from >= matter);
  return first?.kind === 'quote' ? first.to : matter;
}

function findMarked(document: MarkdownDocument): FoundHeading[] {
  const found: FoundHeading[] = [];
  const following = new Map(document.blocks.map((block, index) => [block, document.blocks[index + 1]]));
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'heading') {
      const own = tidyHeading(plainText(block.inlines));
      const below = own ? null : readTitleBelow(document.text, following.get(block));
      const text = own || (below?.title ?? '');
      if (isTitle(text))
        found.push({ level: block.level, text, from: block.from, to: below?.to ?? block.to });
    } else if (block.kind === 'html-block' && !block.comment) {
      const html = /<h([1-6])\b[^>]*>([^<]{1,300})/i.exec(document.text.slice(block.from, block.to));
      const text = tidyHeading(html?.[2] ?? '');
      if (html && isTitle(text)) found.push({ level: Number(html[1]), text, from: block.from, to: block.to });
    }
  }
  return found.sort((x, y) => x.from - y.from);
}

/** Pages saved from the web leave empty headings whose words stand in the paragraph below. */
function readTitleBelow(
  text: string,
  next: Block | undefined,
): { readonly title: string; readonly to: number } | null {
  const title = next?.kind === 'paragraph' ? readTitle(text, next).title : null;
  return next && title ? { title, to: next.to } : null;
}

/** False for lines that state a date, which are often set like titles. */
export function isTitle(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !STATED_DATE.test(text);
}

/** Of the titles without markup, those that stand in a section too long to be one passage. */
function inLongSections(
  document: MarkdownDocument,
  marked: readonly FoundHeading[],
  titles: readonly FoundHeading[],
): FoundHeading[] {
  return marked.flatMap(({ from }, index) => {
    const to = marked[index + 1]?.from ?? document.text.length;
    const own = titles.filter((title) => title.from > from && title.from < to);
    return own.length > 0 && countWords(document.text.slice(from, to)) > WORDS_BEFORE_BOLD ? own : [];
  });
}

/** Bold paragraphs that read like titles, and bold first lines of list items with a text under them ("1. **Privacy**"). */
function findBoldLines(document: MarkdownDocument): FoundHeading[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return readBoldTitle(block, block);
    if (block.kind !== 'list') return [];
    return block.items.flatMap((item) => {
      const first = item.blocks[0];
      return first?.kind === 'paragraph' && item.blocks.length > 1 ? readBoldTitle(first, item) : [];
    });
  });
}

function readBoldTitle(paragraph: Paragraph, whole: TextRange): FoundHeading[] {
  if (!isAllBold(paragraph.inlines)) return [];
  const text = tidyHeading(plainText(paragraph.inlines));
  const ends = NUMBERED.test(text) ? /[,;]$/ : /[.,;]$/;
  if (!isTitle(text) || ends.test(text) || foldWords(text).length > MAX_TITLE_WORDS) return [];
  return [{ level: BOLD_LEVEL, text, from: whole.from, to: paragraph.to }];
}

/** Bold words that open a paragraph and end like a title: "**Security.** We …". */
function findBoldOpenings(document: MarkdownDocument): FoundHeading[] {
  return document.blocks.flatMap((block) => {
    const first = block.kind === 'paragraph' ? block.inlines[0] : undefined;
    if (block.kind !== 'paragraph' || first?.kind !== 'strong' || block.inlines.length < 2) return [];
    const text = tidyHeading(plainText(first.children));
    const closed = /[.:]$/.test(text) || /^[.:]/.test(document.text.slice(first.to, first.to + 1));
    if (!closed || !isTitle(text) || foldWords(text).length > MAX_TITLE_WORDS) return [];
    return [{ level: UNMARKED_LEVEL, text: text.replace(/[.:]$/, ''), from: block.from, to: first.to }];
  });
}

function isAllBold(inlines: readonly Inline[]): boolean {
  return inlines.every(
    (inline) => inline.kind === 'strong' || (inline.kind === 'text' && inline.value.trim() === ''),
  );
}

/** Title lines: short, capitalised, without a full stop, and something that is no title follows. */
function findTitleLines(document: MarkdownDocument): FoundHeading[] {
  const lines = document.blocks.flatMap((block) => titleCandidates(document.text, block));
  return lines.flatMap(({ title, from, to, alone }, index) => {
    if (title === null || lines[index + 1] === undefined || lines[index + 1]?.title) return [];
    // Lines without blank lines between them may be anything: only a title that names a topic is one.
    if (!alone && !(PLAIN_TITLE.test(title) && namesTopic(title))) return [];
    return [{ level: UNMARKED_LEVEL, text: title, from, to }];
  });
}

interface TitleCandidate extends TextRange {
  readonly title: string | null;
  readonly alone: boolean;
}

function titleCandidates(text: string, block: Block): TitleCandidate[] {
  if (block.kind === 'list' && block.items.length === 1) {
    const only = block.items[0]?.blocks ?? [];
    const first = only[0];
    if (only.length === 1 && first?.kind === 'paragraph')
      return [{ ...readTitle(text, first), from: block.from, to: block.to, alone: true }];
  }
  if (block.kind !== 'paragraph') return [{ title: null, from: block.from, to: block.to, alone: true }];
  const lines = splitLines(text, block);
  return lines.map((line) => ({ ...readTitle(text, line), ...line, alone: lines.length === 1 }));
}

function readTitle(text: string, range: TextRange): { title: string | null } {
  const line = tidyHeading(text.slice(range.from, range.to));
  const written =
    /^[\p{Lu}\p{N}]/u.test(line) &&
    !/[.,;!]$|[:@\n|]|\d{3,}|^©/.test(line) &&
    foldWords(line).length <= MAX_TITLE_WORDS &&
    foldWords(line).length > 0 &&
    line.length < 100 &&
    isTitle(line);
  return { title: written ? line : null };
}

function namesTopic(title: string): boolean {
  return headingPhrases.find(headingWords(title)).some((hit) => hit.tag.weight >= HEADING_WEIGHT);
}

/** The lines of a block, trimmed, empty ones left out. */
export function splitLines(text: string, range: TextRange): TextRange[] {
  const lines: TextRange[] = [];
  for (let from = range.from; from < range.to; ) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 || feed > range.to ? range.to : feed;
    if (text.slice(from, to).trim()) lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

function inOrder(headings: readonly FoundHeading[]): readonly FoundHeading[] {
  return [...headings].sort((x, y) => x.from - y.from);
}

/** Both in order, without those of the second that stand on a line of the first. */
function mergeHeadings(x: readonly FoundHeading[], y: readonly FoundHeading[]): FoundHeading[] {
  let next = 0;
  const others = y.filter(({ from }) => {
    while ((x[next]?.to ?? Infinity) <= from) next++;
    return (x[next]?.from ?? Infinity) > from;
  });
  return [...x, ...others].sort((a, b) => a.from - b.from);
}
