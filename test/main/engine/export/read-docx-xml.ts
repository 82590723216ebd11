import { unzipSync } from 'fflate';

/** What accepting or rejecting every change makes of a document; `null` reads it with all text, as marked up. */
export type Resolution = 'accept' | 'reject';

const DROPPED: Readonly<Record<Resolution, readonly string[]>> = {
  accept: ['w:del', 'w:moveFrom'],
  reject: ['w:ins', 'w:moveTo'],
};

interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly children: (XmlElement | string)[];
}

/** The named part of a Word file as text. */
export function docxPart(docx: Uint8Array, part: string): string {
  const bytes = unzipSync(docx)[part];
  if (!bytes) throw new Error(`No ${part} in the file`);
  return new TextDecoder().decode(bytes);
}

/**
 * The text of a Word file after all tracked changes are resolved, one line a paragraph, by ECMA-376 17.13.5 alone: shares no code
 * with the writer. A paragraph whose mark goes is joined with the next; a row that goes takes its cells along.
 */
export function resolvedText(docx: Uint8Array, resolution: Resolution): string {
  const lines: string[] = [];
  let open = '';
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:tr' && has(element, 'w:trPr', DROPPED[resolution])) return;
    if (element.name !== 'w:p') {
      for (const child of element.children) if (typeof child !== 'string') visit(child);
      return;
    }
    open += runText(element, resolution);
    if (has(element, 'w:pPr', DROPPED[resolution])) return;
    lines.push(open);
    open = '';
  };
  visit(parseXml(docxPart(docx, 'word/document.xml')));
  if (open !== '') lines.push(open);
  return lines.join('\n');
}

/** True if the element's properties say that it was inserted or deleted: `w:trPr/w:ins`, `w:pPr/w:rPr/w:del`. */
function has(element: XmlElement, properties: string, marks: readonly string[]): boolean {
  const own = element.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === properties,
  );
  const within = own?.children.filter((child): child is XmlElement => typeof child !== 'string') ?? [];
  const marked = within.flatMap((child) => (child.name === 'w:rPr' ? child.children : [child]));
  return marked.some((child) => typeof child !== 'string' && marks.includes(child.name));
}

function runText(element: XmlElement, resolution: Resolution): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string' || child.name === 'w:pPr') continue;
    if (DROPPED[resolution].includes(child.name)) continue;
    if (child.name === 'w:t' || child.name === 'w:delText') text += child.children.join('');
    else if (child.name === 'w:tab') text += '\t';
    else if (child.name === 'w:br') text += '\n';
    else text += runText(child, resolution);
  }
  return text;
}

/** Reads well-formed XML without a document type, which is all that a Word file may hold. */
function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: '', children: [] };
  const open: XmlElement[] = [root];
  for (const [, close, name, attributes, empty, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)|<\?[^>]*>/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push(decode(text));
    else if (close) open.pop();
    else if (name !== undefined) {
      const element: XmlElement = { name, attributes: attributes ?? '', children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('The XML is not well formed');
  return root;
}

function decode(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d+));/g, (_, name: string | undefined, code: string) =>
    name ? (named[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}
