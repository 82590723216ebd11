import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Element, ElementContent } from 'hast';
import { footnoteReference } from './docx-note-reference.ts';
import { docxPicture } from './docx-picture.ts';
import { CODE_FONT } from './docx-styles.ts';

/** Bookmark names by heading anchor: Word allows 40 characters of letters, digits and underscores. */
export type Bookmarks = ReadonlyMap<string, string>;

type Look = Omit<IRunOptions, 'text' | 'children' | 'break'>;

const LOOKS: Readonly<Record<string, Look>> = {
  strong: { bold: true },
  b: { bold: true },
  th: { bold: true },
  dt: { bold: true },
  summary: { bold: true },
  em: { italics: true },
  i: { italics: true },
  cite: { italics: true },
  dfn: { italics: true },
  var: { italics: true },
  del: { strike: true },
  s: { strike: true },
  ins: { underline: {} },
  u: { underline: {} },
  sub: { subScript: true },
  sup: { superScript: true },
  small: { size: 17 },
  mark: { highlight: 'yellow' },
  code: { font: CODE_FONT },
  kbd: { font: CODE_FONT },
  samp: { font: CODE_FONT },
};

/**
 * Inline content of a published page as runs of a Word paragraph. `preserve` keeps white space, as in code; elsewhere it folds as a
 * browser folds it.
 */
export function textRuns(
  nodes: readonly ElementContent[],
  bookmarks: Bookmarks,
  look: Look = {},
  preserve = false,
): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'text') return textRun(node.value, look, preserve);
    if (node.type !== 'element') return [];
    const inner = { ...look, ...LOOKS[node.tagName] };
    switch (node.tagName) {
      case 'br':
        return [new TextRun({ break: 1 })];
      case 'a':
        return link(
          node.properties['href'],
          textRuns(node.children, bookmarks, linkLook(node.properties['href'], inner), preserve),
          bookmarks,
        );
      case 'sup': {
        const note = footnoteReference(node);
        if (note !== null) return [new FootnoteReferenceRun(note)];
        return textRuns(node.children, bookmarks, inner, preserve);
      }
      case 'img':
        return picture(node, () =>
          textRun(`[${String(node.properties['alt'] ?? '')}]`, { ...inner, italics: true }, preserve),
        );
      case 'span':
        return pictureOrSpan(
          node.properties['className'],
          textRuns(node.children, bookmarks, inner, preserve),
        );
      default:
        return textRuns(node.children, bookmarks, inner, preserve);
    }
  });
}

/** Drops white space at the edges of a block and makes each run of it inside one space, as HTML does. */
export function foldWhiteSpace(nodes: readonly ElementContent[]): ElementContent[] {
  const state = { afterSpace: true };
  const folded = nodes.flatMap((node) => foldNode(node, state));
  return trimEnd(folded);
}

function foldNode(node: ElementContent, state: { afterSpace: boolean }): ElementContent[] {
  if (node.type === 'element') {
    if (node.tagName === 'br') state.afterSpace = true;
    return [{ ...node, children: node.children.flatMap((child) => foldNode(child, state)) }];
  }
  if (node.type !== 'text') return [];
  let value = node.value.replace(/[\t\n\f\r ]+/g, ' ');
  if (state.afterSpace) value = value.replace(/^ /, '');
  if (value !== '') state.afterSpace = value.endsWith(' ');
  return value === '' ? [] : [{ type: 'text', value }];
}

function trimEnd(nodes: readonly ElementContent[]): ElementContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return [...nodes];
  return [...nodes.slice(0, -1), { type: 'text', value: last.value.trimEnd() }];
}

function textRun(text: string, look: Look, preserve: boolean): TextRun[] {
  if (text === '') return [];
  if (!preserve) return [new TextRun({ ...look, text })];
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

function picture({ properties }: Element, described: () => ParagraphChild[]): ParagraphChild[] {
  const shown = docxPicture(String(properties['src'] ?? ''), String(properties['alt'] ?? ''));
  return shown ? [shown] : described();
}

function linkLook(href: unknown, look: Look): Look {
  return typeof href === 'string' ? { ...look, style: 'Hyperlink' } : look;
}

function link(href: unknown, children: ParagraphChild[], bookmarks: Bookmarks): ParagraphChild[] {
  if (typeof href !== 'string') return children;
  if (!href.startsWith('#')) return [new ExternalHyperlink({ link: href, children })];
  const anchor = bookmarks.get(decodeURIComponent(href.slice(1)));
  return anchor === undefined ? children : [new InternalHyperlink({ anchor, children })];
}

function pictureOrSpan(className: unknown, children: ParagraphChild[]): ParagraphChild[] {
  const leftOut = Array.isArray(className) && className.includes('picture-left-out') && children.length > 0;
  return leftOut ? [new TextRun({ text: '[' }), ...children, new TextRun({ text: ']' })] : children;
}
