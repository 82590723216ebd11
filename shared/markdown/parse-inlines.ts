import type { SyntaxNode } from '@lezer/common';
import { decodeHTMLStrict } from 'entities';
import type { TextRange } from '../model/text.ts';
import type { Inline } from './document.ts';
import { isTooDeep } from './nesting.ts';

/** Link definitions by normalised label. */
export type LinkTargets = ReadonlyMap<string, { readonly href: string; readonly title: string | null }>;

const SPAN_KINDS: Readonly<Record<string, 'strong' | 'emphasis' | 'strikethrough'>> = {
  StrongEmphasis: 'strong',
  Emphasis: 'emphasis',
  Strikethrough: 'strikethrough',
};

/** Labels match without case and with white space folded (CommonMark 6.3). */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** Resolves backslash escapes and character references, as CommonMark 2.4 and 2.5 do outside code. */
export function unescapeMarkdown(raw: string): string {
  if (!/[\\&]/.test(raw)) return raw;
  return raw.replace(/\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});/g, (whole, escaped) =>
    escaped === undefined ? decodeHTMLStrict(whole) : escaped,
  );
}

/** Reads the inline content of a block within `range`; text between the parser's nodes becomes text and soft breaks. */
export function readInlines(
  text: string,
  block: SyntaxNode,
  range: TextRange,
  targets: LinkTargets,
): Inline[] {
  const inlines: Inline[] = [];
  let at = range.from;
  for (let node = block.firstChild; node; node = node.nextSibling) {
    if (node.to <= at || node.from >= range.to) continue;
    if (isBlockMark(node)) {
      pushText(text, at, node.from, inlines);
      at = Math.min(skipIndent(text, node.to), range.to);
      extendBreak(inlines, at);
      continue;
    }
    if (node.firstChild && isTooDeep(node)) continue;
    const inline = readInline(text, node, targets);
    if (!inline) {
      if (node.name !== 'Link' && node.name !== 'Image') continue;
      // Brackets that point nowhere are text, but what they hold may still be emphasis, code or escapes.
      pushText(text, at, node.from, inlines);
      inlines.push(...readInlines(text, node, { from: node.from, to: node.to }, targets));
      at = node.to;
      continue;
    }
    pushText(text, at, node.from, inlines);
    inlines.push(inline);
    at = node.to;
  }
  pushText(text, at, range.to, inlines);
  return inlines;
}

/** The characters a reader sees, without markup; line ends become single spaces. */
export function plainText(inlines: readonly Inline[]): string {
  let out = '';
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
      case 'code':
        out += inline.value;
        break;
      case 'soft-break':
      case 'hard-break':
        out += ' ';
        break;
      case 'html':
        break;
      default:
        out += plainText(inline.children);
    }
  }
  return out;
}

function readInline(text: string, node: SyntaxNode, targets: LinkTargets): Inline | null {
  const { from, to, name } = node;
  const span = SPAN_KINDS[name];
  if (span)
    return {
      kind: span,
      from,
      to,
      children: readInlines(text, node, innerRange(node), targets),
    };
  switch (name) {
    case 'Escape':
    case 'Entity':
      return {
        kind: 'text',
        from,
        to,
        value: unescapeMarkdown(text.slice(from, to)),
      };
    case 'HardBreak':
      return { kind: 'hard-break', from, to: skipIndent(text, to) };
    case 'InlineCode':
      return {
        kind: 'code',
        from,
        to,
        value: inTable(node) ? codeValue(text, node).replaceAll('\\|', '|') : codeValue(text, node),
      };
    case 'Link':
    case 'Image':
      return readLink(text, node, targets);
    case 'Autolink':
    case 'URL':
      return readAutolink(text, node);
    case 'HTMLTag':
    case 'Comment':
    case 'ProcessingInstruction':
      return { kind: 'html', from, to };
    default:
      return null;
  }
}

function readLink(text: string, node: SyntaxNode, targets: LinkTargets): Inline | null {
  const { from, to } = node;
  const marks = node.getChildren('LinkMark');
  const open = marks[0];
  const close = marks[1];
  if (!open || !close) return null;
  const inner = { from: open.to, to: close.from };
  const children = withoutLinks(readInlines(text, node, inner, targets));
  const url = node.getChildren('URL').find((candidate) => candidate.from >= close.to);
  const titleNode = node.getChild('LinkTitle');
  const inline = node.to > close.to && text[close.to] === '(';
  if (inline) {
    const hrefRange = url ? { from: url.from, to: url.to } : null;
    const raw = hrefRange ? text.slice(hrefRange.from, hrefRange.to).replace(/^<|>$/g, '') : '';
    const href = unescapeMarkdown(raw);
    if (node.name === 'Image') return { kind: 'image', from, to, href, children };
    const title = titleNode ? unescapeMarkdown(text.slice(titleNode.from + 1, titleNode.to - 1)) : null;
    return {
      kind: 'link',
      form: 'inline',
      from,
      to,
      href,
      hrefRange,
      title,
      children,
    };
  }
  const labelNode = node.getChild('LinkLabel');
  const label = labelNode ? text.slice(labelNode.from + 1, labelNode.to - 1) : '';
  const target = targets.get(normaliseLabel(label || text.slice(inner.from, inner.to)));
  if (!target) return null; // brackets that point nowhere are text
  if (node.name === 'Image') return { kind: 'image', from, to, href: target.href, children };
  return {
    kind: 'link',
    form: 'reference',
    from,
    to,
    href: target.href,
    hrefRange: null,
    title: target.title,
    children,
  };
}

/** Links hold no links: an address in link text, which the autolink extension marks as well, is text there. */
function withoutLinks(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind === 'link' && inline.form === 'autolink') return [...inline.children];
    if (inline.kind === 'strong' || inline.kind === 'emphasis' || inline.kind === 'strikethrough')
      return [{ ...inline, children: withoutLinks(inline.children) }];
    return [inline];
  });
}

function readAutolink(text: string, node: SyntaxNode): Inline {
  const url = node.name === 'URL' ? node : (node.getChild('URL') ?? node);
  const { from, to } = node;
  const hrefRange = { from: url.from, to: url.to };
  const written = text.slice(url.from, url.to);
  // Escapes and references work in a bare address (GFM 6.9) but not between angle brackets (CommonMark 6.5).
  const value = node.name === 'URL' ? unescapeMarkdown(written) : written;
  return {
    kind: 'link',
    form: 'autolink',
    from,
    to,
    href: autolinkTarget(value),
    hrefRange,
    title: null,
    children: [{ kind: 'text', ...hrefRange, value }],
  };
}

function autolinkTarget(value: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  return value.includes('@') ? `mailto:${value}` : `http://${value}`;
}

/** Between the opening and closing marks of an emphasis. */
function innerRange(node: SyntaxNode): TextRange {
  const first = node.firstChild;
  const last = node.lastChild;
  return {
    from: first ? first.to : node.from,
    to: last && last !== first ? last.from : node.to,
  };
}

/** In tables a bar is escaped even in code (GFM, example 200). */
function inTable(node: SyntaxNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent.name === 'TableCell') return true;
  return false;
}

function codeValue(text: string, node: SyntaxNode): string {
  const { from, to } = innerRange(node);
  const value = text.slice(from, to).replace(/\n[ \t]*/g, ' ');
  return /^ .*[^ ].* $|^ [^ ] $/.test(value) ? value.slice(1, -1) : value;
}

/** Text from `from` to `to`, cut at line ends; the white space around a line end belongs to the break. */
function pushText(text: string, from: number, to: number, inlines: Inline[]): void {
  let at = from;
  while (at < to) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline >= to ? to : newline;
    let end = lineEnd;
    if (lineEnd < to) while (end > at && /[ \t]/.test(text[end - 1] ?? '')) end--;
    if (end > at)
      inlines.push({
        kind: 'text',
        from: at,
        to: end,
        value: text.slice(at, end),
      });
    if (lineEnd >= to) return;
    const next = Math.min(skipIndent(text, lineEnd + 1), to);
    inlines.push({ kind: 'soft-break', from: end, to: next });
    at = next;
  }
}

function skipIndent(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return next;
}

/** Quote and list marks inside a paragraph's lines are part of the line break before them. */
function isBlockMark(node: SyntaxNode): boolean {
  return node.name === 'QuoteMark' || node.name === 'ListMark' || node.name === 'TaskMarker';
}

function extendBreak(inlines: Inline[], to: number): void {
  const last = inlines.at(-1);
  if (last && (last.kind === 'soft-break' || last.kind === 'hard-break'))
    inlines[inlines.length - 1] = { ...last, to };
}
