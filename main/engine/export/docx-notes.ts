import { Paragraph } from 'docx';
import type { Element, ElementContent, Root } from 'hast';
import { type DocxContext, docxBlocks } from './docx-blocks.ts';
import { footnoteReference, hasClass, numberIn } from './docx-note-reference.ts';

/** The notes of a document by the number that its text refers to them with. */
export type DocxNotes = ReadonlyMap<number, Element>;

/**
 * Takes out of a published tree the notes that its text refers to, so that they can become Word's own footnotes. Notes that nothing refers to
 * stay where they are, as a list at the end.
 */
export function takeNotes(tree: Root): DocxNotes {
  const at = tree.children.findIndex((child) => child.type === 'element' && hasClass(child, 'footnotes'));
  const section = tree.children[at];
  if (section?.type !== 'element') return new Map();
  dropBackLinks(section);
  const list = section.children.find((child) => child.type === 'element' && child.tagName === 'ol');
  if (list?.type !== 'element') return new Map();
  const referred = new Set(referencesIn(tree.children.filter((_, index) => index !== at)));
  const notes = new Map<number, Element>();
  list.children = list.children.filter((item) => {
    const number = item.type === 'element' ? numberIn(item.properties['id']) : null;
    if (item.type !== 'element' || number === null || !referred.has(number)) return true;
    notes.set(number, item);
    return false;
  });
  const rest = list.children.filter((child) => child.type === 'element');
  if (rest.length === 0) tree.children.splice(at, 1);
  else list.properties['start'] = notes.size + 1;
  return notes;
}

/** The notes as Word's library wants them. Word knows no notes to notes: such references stand as plain numbers. */
export function docxFootnotes(
  notes: DocxNotes,
  context: DocxContext,
): Record<string, { children: Paragraph[] }> {
  return Object.fromEntries(
    [...notes].map(([number, { children }]) => {
      for (const child of children) plainReferences(child);
      const blocks = docxBlocks({ type: 'root', children }, context);
      const paragraphs = blocks.filter((block) => block instanceof Paragraph);
      return [String(number), { children: paragraphs.length > 0 ? paragraphs : [new Paragraph('')] }];
    }),
  );
}

function* referencesIn(nodes: readonly (ElementContent | Root['children'][number])[]): Generator<number> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const number = footnoteReference(node);
    if (number === null) yield* referencesIn(node.children);
    else yield number;
  }
}

function dropBackLinks(element: Element): void {
  element.children = element.children.filter(
    (child) => child.type !== 'element' || !hasClass(child, 'footnote-back'),
  );
  for (const child of element.children) if (child.type === 'element') dropBackLinks(child);
}

function plainReferences(node: ElementContent): void {
  if (node.type !== 'element') return;
  if (hasClass(node, 'footnote-ref')) delete node.properties['className'];
  for (const child of node.children) plainReferences(child);
}
