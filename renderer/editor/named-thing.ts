import { parseDocument } from '../../shared/markdown/parse-document.ts';
import type { TextEdit, TextRange } from '../../shared/model/text.ts';
import { headingSource } from '../../shared/structure/lenses/heading-source.ts';
import { renameSection } from '../../shared/structure/lenses/outline-lens.ts';
import { renameWords } from '../../shared/structure/lenses/rename-words.ts';
import { renameTerm } from '../../shared/structure/lenses/terms-lens.ts';
import { findTermUses, termAt } from './term-uses.ts';
import type { Analysis } from './text-analysis.ts';

/** Something with a name that the caret is on: a defined term, a vendor, or a section by its heading. */
export interface NamedThing {
  readonly kind: 'term' | 'vendor' | 'section';
  /** Index among its kind in the inspection. */
  readonly index: number;
  readonly name: string;
  /** The name where the caret is. */
  readonly range: TextRange;
}

type Read = Pick<Analysis, 'text' | 'inspection'>;

/** What is named at an offset of the text. Terms come before vendors, and both before the heading they stand in. */
export function namedThingAt({ text, inspection }: Read, offset: number): NamedThing | null {
  const term = termAt(text, offset, inspection);
  const termUse = term ? placeOfName(text, offset, term.term) : null;
  if (term && termUse)
    return { kind: 'term', index: inspection.definedTerms.indexOf(term), name: term.term, range: termUse };
  const vendor = vendorAt({ text, inspection }, offset);
  if (vendor) return vendor;
  const index = inspection.sections.findIndex(({ range }) => range.from <= offset && offset < range.to);
  const at = inspection.sections.findLastIndex(({ range }) => range.from <= offset);
  const section = inspection.sections[index < 0 ? -1 : at];
  const title = section ? headingSource(parseDocument(text), section)?.title : null;
  if (!section || !title || offset < lineStart(text, title.from) || offset > title.to) return null;
  return { kind: 'section', index: at, name: section.heading, range: title };
}

/** The edits that give it another name everywhere, with its inflections and the links to it; null where the name cannot be used. */
export function renameEverywhere(
  { text, inspection }: Read,
  { kind, index, name }: NamedThing,
  newName: string,
): readonly TextEdit[] | null {
  const document = parseDocument(text);
  const words = newName.trim();
  if (words === '' || /[\n|]/.test(words)) return null;
  switch (kind) {
    case 'term':
      return renameTerm(document, inspection, index, words);
    case 'section':
      return renameSection(document, inspection, index, words);
    case 'vendor':
      return renameWords(document, name, words);
  }
}

function vendorAt({ text, inspection }: Read, offset: number): NamedThing | null {
  let best: NamedThing | null = null;
  for (const [index, { name }] of inspection.vendors.entries()) {
    if (best && name.length <= best.name.length) continue;
    const range = placeOfName(text, offset, name);
    if (range) best = { kind: 'vendor', index, name, range };
  }
  return best;
}

/** The whole-word use of a name around an offset, without a plural's or possessive's ending. */
function placeOfName(text: string, offset: number, name: string): TextRange | null {
  const from = lineStart(text, offset);
  const end = text.indexOf('\n', offset);
  const line = text.slice(from, end < 0 ? text.length : end);
  if (!line.includes(name)) return null;
  const use = findTermUses(line, name).find(
    (found) => from + found.from <= offset && offset <= from + found.to,
  );
  return use ? { from: from + use.from, to: from + use.to - use.suffix.length } : null;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
