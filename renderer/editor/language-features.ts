import type { editor, IDisposable, languages, Position } from 'monaco-editor/editor/editor.api';
import type { Finding } from '../../shared/checks/finding.ts';
import type { Clause } from '../../shared/model/clause.ts';
import type { TextEdit, TextRange } from '../../shared/model/text.ts';
import { formatCount } from '../components/format-date.ts';
import { completionProvider } from './completions.ts';
import { editsOfAll, type FixGroup, fixGroups } from './fix-all.ts';
import { monaco } from './monaco.ts';
import { namedThingAt, renameEverywhere } from './named-thing.ts';
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
export function registerLanguageFeatures(
  latest: () => Analysis | null,
  clauses: () => Promise<readonly Clause[]>,
  say: (text: string) => void,
): IDisposable {
  const current: ReadCurrent = (model) => {
    const analysis = latest();
    return analysis && analysis.text.length === model.getValueLength() ? analysis : null;
  };
  const registered = [
    monaco.languages.registerHoverProvider(POLICY_LANGUAGE, hoverProvider(current)),
    monaco.languages.registerDefinitionProvider(POLICY_LANGUAGE, definitionProvider(current)),
    monaco.languages.registerReferenceProvider(POLICY_LANGUAGE, referenceProvider(current)),
    monaco.languages.registerRenameProvider(POLICY_LANGUAGE, renameProvider(current, say)),
    monaco.languages.registerDocumentSymbolProvider(POLICY_LANGUAGE, symbolProvider(current)),
    monaco.languages.registerCodeActionProvider(POLICY_LANGUAGE, fixProvider(current)),
    monaco.languages.registerCompletionItemProvider(POLICY_LANGUAGE, completionProvider(latest, clauses)),
    monaco.languages.registerFoldingRangeProvider(POLICY_LANGUAGE, foldingProvider(latest)),
  ];
  return { dispose: () => registered.forEach((item) => void item.dispose()) };
}

function hoverProvider(current: ReadCurrent): languages.HoverProvider {
  return {
    provideHover(model, position) {
      const found = termUnder(model, position, current);
      if (!found) return vendorHover(model, position, current);
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

/** What the text says of the vendor under the pointer. */
function vendorHover(model: Model, position: Position, current: ReadCurrent): languages.Hover | null {
  const analysis = current(model);
  const thing = analysis ? namedThingAt(analysis, model.getOffsetAt(position)) : null;
  const vendor = thing?.kind === 'vendor' ? analysis?.inspection.vendors[thing.index] : undefined;
  if (!vendor) return null;
  const facts = [vendor.purpose, vendor.country, ...vendor.links].filter((fact) => fact !== '');
  return {
    contents: [
      { value: `**${escapeMarkdown(vendor.name)}** · vendor` },
      ...facts.map((fact) => ({ value: escapeMarkdown(fact) })),
    ],
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

function renameProvider(current: ReadCurrent, say: (text: string) => void): languages.RenameProvider {
  return {
    resolveRenameLocation(model, position) {
      const analysis = current(model);
      const thing = analysis ? namedThingAt(analysis, model.getOffsetAt(position)) : null;
      if (!thing)
        return noRename('Put the caret on a defined term, a vendor or a heading to rename it everywhere.');
      return { range: toRange(model, thing.range), text: thing.name };
    },
    provideRenameEdits(model, position, newName) {
      const analysis = current(model);
      const thing = analysis ? namedThingAt(analysis, model.getOffsetAt(position)) : null;
      if (analysis?.text !== model.getValue())
        return { edits: [], rejectReason: 'The text has just changed. Try again in a moment.' };
      const edits = analysis && thing ? renameEverywhere(analysis, thing, newName) : null;
      if (!thing || !edits)
        return { edits: [], rejectReason: `“${newName}” cannot stand for this everywhere.` };
      if (edits.length > 0)
        say(`“${thing.name}” is “${newName.trim()}” now, in ${formatCount(edits.length, 'place')}.`);
      return {
        edits: edits.map((edit) => workspaceEdit(model, edit)),
      };
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
      // The same length is enough to show something, not to change the text by.
      if (touched.length > 0 && analysis?.text !== model.getValue())
        return { actions: [], dispose: () => undefined };
      const rules = new Set(touched.map(({ rule }) => rule));
      const groups = fixGroups(analysis?.report.findings ?? []).filter(({ rule }) => rules.has(rule));
      const actions = [
        ...touched.map((finding) => fixAction(model, finding, context.markers)),
        ...groups.map((group) => fixAllAction(model, group)),
      ];
      return { actions, dispose: () => undefined };
    },
  };
}

function fixAllAction(model: Model, { title, findings }: FixGroup): languages.CodeAction {
  return {
    title: `Fix all ${findings.length}: ${title}`,
    kind: 'quickfix',
    edit: { edits: editsOfAll(findings).map((edit) => workspaceEdit(model, edit)) },
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
      edits: (finding.edits ?? []).map((edit) => workspaceEdit(model, edit)),
    },
  };
}

function workspaceEdit(model: Model, edit: TextEdit): languages.IWorkspaceTextEdit {
  return {
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: toRange(model, edit), text: edit.insert },
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
