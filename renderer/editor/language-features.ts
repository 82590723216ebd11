import type { editor, IDisposable, languages, Position } from 'monaco-editor/editor/editor.api';
import type { Finding } from '../../shared/checks/finding.ts';
import type { TextRange } from '../../shared/model/text.ts';
import { monaco } from './monaco.ts';
import { POLICY_LANGUAGE } from './policy-language.ts';
import { findTermUses, termAt } from './term-uses.ts';
import type { Analysis } from './text-analysis.ts';

type Model = editor.ITextModel;
/** The latest reading, if it is of the very text that stands in the model. */
type ReadCurrent = (model: Model) => Analysis | null;

/**
 * What programmers have for names, for defined terms: hover, definition, uses, rename, completion; and symbols and fixes. `latest`
 * gives the last reading of the open document. Dispose to unregister.
 */
export function registerLanguageFeatures(latest: () => Analysis | null): IDisposable {
  const current: ReadCurrent = (model) => {
    const analysis = latest();
    return analysis && analysis.text.length === model.getValueLength() ? analysis : null;
  };
  const registered = [
    monaco.languages.registerHoverProvider(POLICY_LANGUAGE, hoverProvider(current)),
    monaco.languages.registerDefinitionProvider(POLICY_LANGUAGE, definitionProvider(current)),
    monaco.languages.registerReferenceProvider(POLICY_LANGUAGE, referenceProvider(current)),
    monaco.languages.registerRenameProvider(POLICY_LANGUAGE, renameProvider(current)),
    monaco.languages.registerDocumentSymbolProvider(POLICY_LANGUAGE, symbolProvider(current)),
    monaco.languages.registerCodeActionProvider(POLICY_LANGUAGE, fixProvider(current)),
    monaco.languages.registerCompletionItemProvider(POLICY_LANGUAGE, termCompletions(latest)),
    monaco.languages.registerFoldingRangeProvider(POLICY_LANGUAGE, foldingProvider(latest)),
  ];
  return { dispose: () => registered.forEach((item) => void item.dispose()) };
}

function hoverProvider(current: ReadCurrent): languages.HoverProvider {
  return {
    provideHover(model, position) {
      const found = termUnder(model, position, current);
      if (!found) return null;
      const { term, uses, sentence } = found.term;
      return {
        contents: [
          {
            value: `**${escapeMarkdown(term)}** · defined term, used ${uses} ${uses === 1 ? 'time' : 'times'}`,
          },
          { value: escapeMarkdown(sentence) },
        ],
      };
    },
  };
}

function definitionProvider(current: ReadCurrent): languages.DefinitionProvider {
  return {
    provideDefinition(model, position) {
      const found = termUnder(model, position, current);
      return found ? { uri: model.uri, range: toRange(model, found.term.range) } : null;
    },
  };
}

function referenceProvider(current: ReadCurrent): languages.ReferenceProvider {
  return {
    provideReferences(model, position) {
      const found = termUnder(model, position, current);
      if (!found) return [];
      return findTermUses(found.text, found.term.term).map((use) => ({
        uri: model.uri,
        range: toRange(model, use),
      }));
    },
  };
}

function renameProvider(current: ReadCurrent): languages.RenameProvider {
  return {
    resolveRenameLocation(model, position) {
      const found = termUnder(model, position, current);
      if (!found) return noRename('Put the caret on a defined term to rename it everywhere.');
      const offset = model.getOffsetAt(position);
      const use = findTermUses(found.text, found.term.term).find(
        ({ from, to }) => from <= offset && offset <= to,
      );
      if (!use) return noRename('This term is written differently here.');
      return {
        range: toRange(model, { from: use.from, to: use.to - use.suffix.length }),
        text: found.term.term,
      };
    },
    provideRenameEdits(model, position, newName) {
      const found = termUnder(model, position, current);
      const name = newName.trim();
      if (!found || name === '')
        return { edits: [], rejectReason: 'A term needs a name of at least one letter.' };
      const edits = findTermUses(found.text, found.term.term).map((use) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: toRange(model, use), text: name + use.suffix },
      }));
      return { edits };
    },
  };
}

function symbolProvider(current: ReadCurrent): languages.DocumentSymbolProvider {
  return {
    displayName: 'Sections',
    provideDocumentSymbols(model) {
      const analysis = current(model);
      return (analysis?.inspection.sections ?? []).map((section) => ({
        name: section.heading || '(untitled)',
        detail: '',
        kind: monaco.languages.SymbolKind.String,
        tags: [],
        range: new monaco.Range(section.fromLine, 1, section.toLine, 1),
        selectionRange: new monaco.Range(section.fromLine, 1, section.fromLine, 1),
      }));
    },
  };
}

function fixProvider(current: ReadCurrent): languages.CodeActionProvider {
  return {
    provideCodeActions(model, range, context) {
      const analysis = current(model);
      const from = model.getOffsetAt(range.getStartPosition());
      const to = model.getOffsetAt(range.getEndPosition());
      const touched = (analysis?.report.findings ?? []).filter(
        (finding) => finding.edits !== undefined && finding.from <= to && finding.to >= from,
      );
      const actions = touched.map((finding) => fixAction(model, finding, context.markers));
      return { actions, dispose: () => undefined };
    },
  };
}

function fixAction(
  model: Model,
  finding: Finding,
  markers: readonly editor.IMarkerData[],
): languages.CodeAction {
  return {
    title: finding.fix ?? 'Fix this',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: markers.filter((marker) => marker.message === finding.message),
    edit: {
      edits: (finding.edits ?? []).map((edit) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: toRange(model, edit), text: edit.insert },
      })),
    },
  };
}

function termCompletions(latest: () => Analysis | null): languages.CompletionItemProvider {
  return {
    provideCompletionItems(model, position) {
      const word = model.getWordUntilPosition(position);
      const range = new monaco.Range(
        position.lineNumber,
        word.startColumn,
        position.lineNumber,
        word.endColumn,
      );
      const inspection = latest()?.inspection;
      const terms = (inspection?.definedTerms ?? []).map((term) => ({
        label: term.term,
        kind: monaco.languages.CompletionItemKind.Reference,
        detail: 'Defined term',
        documentation: term.sentence,
        insertText: term.term,
        range,
      }));
      const vendors = (inspection?.vendors ?? []).map((vendor) => ({
        label: vendor.name,
        kind: monaco.languages.CompletionItemKind.Module,
        detail: vendor.purpose || 'Vendor',
        insertText: vendor.name,
        range,
      }));
      return { suggestions: [...terms, ...vendors] };
    },
  };
}

function foldingProvider(latest: () => Analysis | null): languages.FoldingRangeProvider {
  return {
    provideFoldingRanges: () =>
      (latest()?.inspection.sections ?? [])
        .filter((section) => section.toLine > section.fromLine)
        .map((section) => ({ start: section.fromLine, end: section.toLine })),
  };
}

function termUnder(model: Model, position: Position, current: ReadCurrent) {
  const analysis = current(model);
  if (!analysis) return null;
  const term = termAt(analysis.text, model.getOffsetAt(position), analysis.inspection);
  return term ? { term, text: analysis.text } : null;
}

function toRange(model: Model, range: TextRange): InstanceType<typeof monaco.Range> {
  return monaco.Range.fromPositions(model.getPositionAt(range.from), model.getPositionAt(range.to));
}

function noRename(reason: string): languages.RenameLocation & languages.Rejection {
  return { range: new monaco.Range(1, 1, 1, 1), text: '', rejectReason: reason };
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
