import type { LinkInline, MarkdownDocument } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { walkBlocks } from '../../markdown/parse-document.ts';
import type { TextEdit, TextRange } from '../../model/text.ts';
import type { Inspection } from '../inspection.ts';
import { linksOf } from '../links.ts';
import { numberedHeadings } from '../numbered-headings.ts';
import { sourceRange, toPlainText } from '../plain-text.ts';
import { makeReading } from '../reading.ts';
import { type LensEdits, replaceRange } from './edits.ts';

/** What a person enters for a link. */
export interface LinkFields {
  readonly text: string;
  readonly url: string;
}

/** Changes a link's words or its target. The target of a reference is changed where it is defined, for all links that use it. */
export function updateLink(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  changes: Partial<LinkFields>,
): LensEdits {
  const old = inspection.links[index];
  const link = linksOf(makeReading(document)).find(
    ({ from, to }) => from === old?.range.from && to === old.range.to,
  );
  if (!old || !link) return null;
  const text = fold(changes.text ?? old.text);
  const url = (changes.url ?? old.url).trim();
  if (!text || !url) return null;
  if (text === fold(old.text) && url === old.url.trim()) return [];
  if (link.form === 'autolink') return writeAutolink(document.text, link, old, { text, url });
  const edits: TextEdit[] = [];
  if (text !== fold(old.text)) {
    const range = wordsRange(document.text, link);
    if (!range) return null;
    edits.push(...replaceRange(document.text, range, escapeMarkdown(text)));
  }
  if (url !== old.url.trim()) {
    const target = link.hrefRange ?? definitionRange(document, link);
    if (!target) return null;
    edits.push(...replaceRange(document.text, target, writeTarget(document.text, target, url)));
  }
  return edits;
}

/** Makes a reference to a numbered section lead to another one; null where no heading has the number. */
export function retargetReference(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  label: string,
): LensEdits {
  const reference = inspection.crossReferences[index];
  const wanted = label.trim();
  const headings = numberedHeadings(makeReading(document), inspection.sections);
  if (!reference || !headings.some((heading) => heading.label === wanted)) return null;
  if (reference.label === wanted) return [];
  const { from, to } = reference.range;
  const at = document.text.slice(from, to).lastIndexOf(reference.label);
  if (at < 0) return null;
  return replaceRange(document.text, { from: from + at, to: from + at + reference.label.length }, wanted);
}

/** An address alone stays one while its words are its target; else it becomes a link with words. */
function writeAutolink(text: string, link: LinkInline, old: LinkFields, next: LinkFields): LensEdits {
  const onlyTarget = next.text === fold(old.text);
  const shown = onlyTarget ? next.url : next.text;
  const bare = /^(?:https?:\/\/|www\.)[^\s<>()[\]]+[^\s<>()[\].,;:!?'"*_~]$/i.test(next.url);
  if (onlyTarget && bare) {
    const angled = text[link.from] === '<';
    return replaceRange(text, link, angled ? `<${next.url}>` : next.url);
  }
  return replaceRange(text, link, `[${escapeMarkdown(shown)}](${cleanTarget(next.url)})`);
}

/** The words of a link where they are one stretch of text; an image in their place is none. */
function wordsRange(text: string, link: LinkInline): TextRange | null {
  const plain = toPlainText(text, link.children);
  if (plain.text.trim() === '') return null;
  return sourceRange(plain, 0, plain.text.length);
}

function definitionRange(document: MarkdownDocument, link: LinkInline): TextRange | null {
  for (const { block } of walkBlocks(document.blocks))
    if (block.kind === 'link-definition' && block.href === link.href) return block.hrefRange;
  return null;
}

function writeTarget(text: string, range: TextRange, url: string): string {
  const clean = cleanTarget(url);
  // Within angle brackets nothing needs them a second time.
  return text[range.from - 1] === '<' && text[range.to] === '>' ? clean.replace(/^<|>$/g, '') : clean;
}

function cleanTarget(url: string): string {
  const clean = url.trim().replace(/[\s<>\\]/g, encodeURIComponent);
  return /[()]/.test(clean) ? `<${clean}>` : clean;
}

function fold(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
