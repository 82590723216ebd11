import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import type { Inspection } from '../../../shared/structure/inspection.ts';
import { printJson } from '../print-json.ts';
import { loadReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil inspect REF` */
export const addInspectCommand: AddCommand = (program, context) =>
  program
    .command('inspect')
    .description('What a text says: dates, parties, sections, terms, vendors, times, history, links.')
    .argument('<ref>', 'a file, - or company/policy@version')
    .option('--json', 'print JSON')
    .action(async (ref: string, flags: { readonly json?: true }) => {
      const { text } = await loadReference(context, ref);
      const inspection = inspect(parseDocument(text));
      if (flags.json) return printJson(context, inspection);
      await context.print(summarise(inspection));
    });

function summarise(inspection: Inspection): string {
  const lines = [
    `${inspection.title || 'Untitled'} (${inspection.language}, ${inspection.words} words)`,
    ...inspection.dates.map((date) => `${date.kind}: ${date.iso} (line ${date.line})`),
    ...inspection.entities.map((entity) => `entity: ${entity.name}${entity.role ? `, ${entity.role}` : ''}`),
    ...inspection.sections.map(
      (section) => `${'#'.repeat(section.level)} ${section.heading} (line ${section.fromLine})`,
    ),
    ...inspection.definedTerms.map(
      (term) => `term: ${term.term} (line ${term.line}, used ${term.uses} times)`,
    ),
    ...inspection.vendors.map((vendor) =>
      [`vendor: ${vendor.name}`, vendor.purpose, vendor.country].filter(Boolean).join(', '),
    ),
    ...inspection.timeCommitments.map(
      (time) => `${time.kind}: ${time.value} ${time.unit} (line ${time.line})`,
    ),
    ...inspection.history.map((entry) => `history: ${entry.iso} ${entry.note}`),
    ...inspection.diagnostics.map((diagnostic) => `${diagnostic.severity}: ${diagnostic.message}`),
  ];
  return `${lines.join('\n')}\n`;
}
