import type { AlignedText } from '../../../shared/align/alignment.ts';
import { factChanges } from '../../../shared/align/fact-changes.ts';
import { buildFacts } from '../../../shared/align/facts.ts';
import type { FactCell, FactsTable } from '../../../shared/align/facts-table.ts';
import { CliFailure } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { loadReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

interface FactsFlags {
  readonly changes?: true;
  readonly json?: true;
}

/** `codicil facts REF...`: what texts state; with `--changes` what the second of two states differently. */
export const addFactsCommand: AddCommand = (program, context) =>
  program
    .command('facts')
    .description(
      'What policies state: periods, ages, contacts, vendors, transfers, dates; or how two versions differ in them.',
    )
    .argument('<ref...>', 'files or company/policy@version')
    .option('--changes', 'of two texts, only what the second states differently: "+ vendor X (USA)"')
    .option('--json', 'print JSON')
    .action(async (refs: readonly string[], flags: FactsFlags) => {
      if (flags.changes && refs.length !== 2)
        throw new CliFailure('facts --changes needs two texts: the older, then the newer.');
      if (refs.filter((ref) => ref === '-').length > 1)
        throw new CliFailure('Only one text can come from standard input.');
      const texts: AlignedText[] = [];
      for (const ref of refs) texts.push(await loadReference(context, ref));
      const facts = buildFacts(texts);
      const changes = texts.length === 2 ? factChanges(facts) : [];
      if (flags.json) return printJson(context, { format: 'codicil.facts/1', ...facts, changes });
      if (flags.changes) return context.print(changes.map(({ text }) => `${text}\n`).join(''));
      await context.print(describeFacts(facts));
    });

function describeFacts({ documents, rows, diagnostics }: FactsTable): string {
  const lines = rows.flatMap(({ name, cells }) => [
    name,
    ...cells.map((cell) => `  ${documents[cell.document] ?? ''}: ${describeCell(cell)}`),
  ]);
  return `${[...diagnostics.map(({ message }) => message), ...lines].join('\n')}\n`;
}

function describeCell({ status, values, passages }: FactCell): string {
  switch (status) {
    case 'absent':
      return 'not stated';
    case 'unread':
      return 'not read';
    case 'unquantified':
      return `no value stated (${passages.map(({ fromLine }) => `line ${fromLine}`).join(', ')})`;
    case 'stated':
      return values.map(({ text, fromLine }) => (fromLine ? `${text} (line ${fromLine})` : text)).join('; ');
  }
}
