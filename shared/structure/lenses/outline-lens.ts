import GithubSlugger from 'github-slugger';
import type { MarkdownDocument } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import type { TextEdit } from '../../model/text.ts';
import type { Inspection, Section } from '../inspection.ts';
import { linksOf } from '../links.ts';
import { numberedHeadings } from '../numbered-headings.ts';
import { sourceRange } from '../plain-text.ts';
import { makeReading, type Reading } from '../reading.ts';
import { findSectionReferences } from '../section-references.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { headingSource } from './heading-source.ts';

const DEEPEST_LEVEL = 6;

/** Gives a section another title. Links to its anchor follow. */
export function renameSection(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  title: string,
): LensEdits {
  const section = inspection.sections[index];
  const source = section ? headingSource(document, section) : null;
  const words = title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!section || !source || !words) return null;
  if (words === section.heading) return [];
  const insert = source.underline ? escapeMarkdown(words, 'paragraph') : escapeMarkdown(words, 'heading');
  const elsewhere = moveAnchors(document, inspection, index, words).filter(
    ({ from, to }) => to <= source.title.from || from >= source.title.to,
  );
  return [...replaceRange(document.text, source.title, insert), ...elsewhere];
}

/**
 * Makes a section and all below it one or more levels deeper (`by` > 0) or higher. Null where a heading would leave the six
 * levels.
 */
export function changeLevel(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  by: number,
): LensEdits {
  const edits: TextEdit[] = [];
  if (by === 0) return edits;
  for (const section of subtree(inspection.sections, index)) {
    const level = section.level + by;
    const source = headingSource(document, section);
    if (!source || source.nested || level < 1 || level > DEEPEST_LEVEL) return null;
    edits.push(...writeLevel(document.text, section, source, level));
  }
  return edits.length > 0 ? edits : null;
}

/** Moves a section with all below it before another one; `before` at the number of sections moves it to the end. */
export function moveSection(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  before: number,
): LensEdits {
  const { sections } = inspection;
  const { text } = document;
  const moved = subtree(sections, index);
  const first = moved[0];
  if (!first || before < 0 || before > sections.length || isNested(document, sections, index, before))
    return null;
  if (before >= index && before <= index + moved.length) return [];
  const from = first.range.from;
  const to = sections[index + moved.length]?.range.from ?? text.length;
  const target = sections[before]?.range.from ?? text.length;
  const body = text.slice(from, to).trimEnd();
  return target < from
    ? moveUp(text, { from, to }, body, target)
    : moveDown(text, { from, to }, body, target);
}

/**
 * Numbers the numbered headings in the order in which they stand, and the references to them with them. Numbers begin anew under
 * each parent; a reference to a number that two headings have is left alone.
 */
export function renumberSections(document: MarkdownDocument, inspection: Inspection): LensEdits {
  const reading = makeReading(document);
  const headings = numberedHeadings(reading, inspection.sections);
  const counters = new Map<string, number>();
  const current: string[] = [];
  const renamed = new Map<string, string>();
  const edits = headings.flatMap(({ section, number, label, labelRange }) => {
    const depth = number.length;
    const parent = depth > 1 ? (current[depth - 1] ?? '1') : '';
    const scope = depth > 1 ? parent : section.path.slice(0, -1).join(' > ');
    const count = (counters.get(`${depth} ${scope}`) ?? 0) + 1;
    counters.set(`${depth} ${scope}`, count);
    const next = parent ? `${parent}.${count}` : String(count);
    current[depth] = next;
    if (headings.filter((other) => other.label === label).length === 1) renamed.set(label, next);
    return replaceRange(document.text, labelRange, next);
  });
  return [...edits, ...renumberReferences(reading, renamed)];
}

/** The section itself and those below it. */
function subtree(sections: readonly Section[], index: number): Section[] {
  const top = sections[index];
  if (!top) return [];
  const end = sections.findIndex((section, at) => at > index && section.level <= top.level);
  return sections.slice(index, end < 0 ? sections.length : end);
}

function writeLevel(
  text: string,
  section: Section,
  { underline, title, heading }: NonNullable<ReturnType<typeof headingSource>>,
  level: number,
): TextEdit[] {
  const { from } = section.range;
  if (!underline) return replaceRange(text, { from, to: from + section.level }, '#'.repeat(level));
  if (level <= 2) {
    const rule = text.slice(underline.from, underline.to);
    return replaceRange(text, underline, rule.replace(/[=-]/g, level === 1 ? '=' : '-'));
  }
  const words = text.slice(title.from, title.to).replace(/[ \t]*\n[ \t]*/g, ' ');
  return replaceRange(text, { from: heading.from, to: heading.to }, `${'#'.repeat(level)} ${words}`);
}

function isNested(
  document: MarkdownDocument,
  sections: readonly Section[],
  index: number,
  before: number,
): boolean {
  return [sections[index], sections[before]].some(
    (section) => section !== undefined && headingSource(document, section)?.nested !== false,
  );
}

function moveUp(text: string, range: { from: number; to: number }, body: string, target: number): TextEdit[] {
  const isLast = range.to === text.length;
  const tail = text.slice(range.from + body.length, range.to);
  const gap = isLast || !tail.includes('\n\n') ? '\n\n' : tail;
  const insert = { from: target, to: target, insert: body + gap };
  if (!isLast) return [insert, { ...range, insert: '' }];
  // The file keeps its own end: the empty lines before the section go with it.
  const kept = text.slice(0, range.from).trimEnd().length;
  return [insert, { from: kept, to: range.to - tail.length, insert: '' }];
}

function moveDown(
  text: string,
  range: { from: number; to: number },
  body: string,
  target: number,
): TextEdit[] {
  const removed = { ...range, insert: '' };
  if (target < text.length) return [removed, { from: target, to: target, insert: `${body}\n\n` }];
  const end = text.trimEnd().length;
  return [removed, { from: end, to: end, insert: `\n\n${body}` }];
}

/** Links to the old anchor lead to the new one. */
function moveAnchors(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  title: string,
): TextEdit[] {
  const [before, after] = [anchorOf(inspection, index), anchorOf(inspection, index, title)];
  if (before === after) return [];
  return linksOf(makeReading(document)).flatMap(({ href, hrefRange }) =>
    href === `#${before}` && hrefRange ? replaceRange(document.text, hrefRange, `#${after}`) : [],
  );
}

function anchorOf(inspection: Inspection, index: number, title?: string): string {
  const slugger = new GithubSlugger();
  const slugs = inspection.sections
    .slice(0, index + 1)
    .map(({ heading }, at) => slugger.slug(at === index && title !== undefined ? title : heading));
  return slugs.at(-1) ?? '';
}

function renumberReferences(reading: Reading, renamed: ReadonlyMap<string, string>): TextEdit[] {
  return findSectionReferences(reading).flatMap(({ passage, label, labelAt }) => {
    const next = renamed.get(label);
    const range = sourceRange(passage.plain, labelAt, labelAt + label.length);
    return next ? replaceRange(reading.text, range, next) : [];
  });
}
