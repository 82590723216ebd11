import type { editor, languages, Position } from 'monaco-editor/editor/editor.api';
import type { Clause } from '../../shared/model/clause.ts';
import { headingAnchors } from '../../shared/publish/anchors.ts';
import { monaco } from './monaco.ts';
import type { Analysis } from './text-analysis.ts';

/** What stands before the caret within the target of a link. */
const IN_TARGET = /\]\(([^()\s]*)$/;

/** Completes terms, vendors, references to sections and clauses; within a link's target, anchors and addresses of the text. */
export function completionProvider(
  latest: () => Analysis | null,
  clauses: () => Promise<readonly Clause[]>,
): languages.CompletionItemProvider {
  return {
    triggerCharacters: ['(', '#'],
    async provideCompletionItems(model, position, context) {
      const analysis = latest();
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const target = IN_TARGET.exec(before);
      if (analysis && target) return { suggestions: targets(analysis, position, target[1] ?? '') };
      const typed = context.triggerKind === monaco.languages.CompletionTriggerKind.TriggerCharacter;
      if (!analysis || typed) return { suggestions: [] };
      const range = wordRange(model, position);
      return {
        suggestions: [
          ...names(analysis, range),
          ...references(analysis, range),
          ...standard(await clauses(), range, before.trim() === model.getWordUntilPosition(position).word),
        ],
      };
    },
  };
}

type Range = languages.CompletionItem['range'];

function names({ inspection }: Analysis, range: Range): languages.CompletionItem[] {
  const { CompletionItemKind } = monaco.languages;
  const terms = inspection.definedTerms.map((term) => ({
    label: term.term,
    kind: CompletionItemKind.Reference,
    detail: 'Defined term',
    documentation: term.sentence,
    insertText: term.term,
    sortText: `1${term.term}`,
    range,
  }));
  const vendors = inspection.vendors.map((vendor) => ({
    label: vendor.name,
    kind: CompletionItemKind.Module,
    detail: vendor.purpose || 'Vendor',
    insertText: vendor.name,
    sortText: `2${vendor.name}`,
    range,
  }));
  return [...terms, ...vendors];
}

/** A link to each section, by the anchor that the published page gives it. */
function references(analysis: Analysis, range: Range): languages.CompletionItem[] {
  return sectionAnchors(analysis).map(({ heading, anchor }, index) => ({
    label: `Section: ${heading}`,
    kind: monaco.languages.CompletionItemKind.Struct,
    detail: `#${anchor}`,
    filterText: `section ${heading}`,
    insertText: `[${heading.replace(/[[\]\\]/g, '\\$&')}](#${anchor})`,
    sortText: `3${String(index).padStart(5, '0')}`,
    range,
  }));
}

function standard(clauses: readonly Clause[], range: Range, ownLine: boolean): languages.CompletionItem[] {
  // A clause is a passage of its own.
  if (!ownLine) return [];
  return clauses.map((clause) => ({
    label: `Clause: ${clause.name}`,
    kind: monaco.languages.CompletionItemKind.Snippet,
    detail: clause.tags.join(', '),
    documentation: clause.text,
    filterText: `clause ${clause.name}`,
    insertText: clause.text,
    sortText: `4${clause.name}`,
    range,
  }));
}

function targets(analysis: Analysis, position: Position, written: string): languages.CompletionItem[] {
  const range = new monaco.Range(
    position.lineNumber,
    position.column - written.length,
    position.lineNumber,
    position.column,
  );
  const { CompletionItemKind } = monaco.languages;
  const anchors = sectionAnchors(analysis).map(({ heading, anchor }, index) => ({
    label: `#${anchor}`,
    kind: CompletionItemKind.Struct,
    detail: heading,
    insertText: `#${anchor}`,
    sortText: `1${String(index).padStart(5, '0')}`,
    range,
  }));
  const addresses = [...new Set(analysis.inspection.links.map(({ url }) => url))]
    .filter((url) => !url.startsWith('#'))
    .map((url) => ({
      label: url,
      kind: CompletionItemKind.File,
      detail: 'In this text',
      insertText: url,
      sortText: `2${url}`,
      range,
    }));
  return [...anchors, ...addresses];
}

function sectionAnchors({ inspection }: Analysis): readonly { heading: string; anchor: string }[] {
  const { sections } = inspection;
  const anchors = headingAnchors(sections.map(({ level, heading }) => ({ level, text: heading })));
  return sections.map(({ heading }, index) => ({ heading, anchor: anchors[index] ?? '' }));
}

function wordRange(model: editor.ITextModel, position: Position): Range {
  const word = model.getWordUntilPosition(position);
  return new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
}
