import type { AlignedText } from '../../../shared/align/alignment.ts';
import type { SisterPlace } from '../../../shared/align/sister/sister-finding.ts';
import { checkSisterDocuments } from '../../../shared/align/sister-documents.ts';
import { CliFailure, EXIT } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { loadReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil sisters REF REF...`: exit 1 when documents of one company contradict each other. */
export const addSistersCommand: AddCommand = (program, context, finish) =>
  program
    .command('sisters')
    .description(
      'Checks the documents of one company against each other (privacy, cookies, processing, vendors, terms); exit 1 if any disagree.',
    )
    .argument('<ref...>', 'two or more files or company/policy@version')
    .option('--json', 'print JSON')
    .action(async (refs: readonly string[], flags: { readonly json?: true }) => {
      if (refs.length < 2) throw new CliFailure('sisters needs two texts or more.');
      if (refs.filter((ref) => ref === '-').length > 1)
        throw new CliFailure('Only one text can come from standard input.');
      const texts: AlignedText[] = [];
      for (const ref of refs) texts.push(await loadReference(context, ref));
      const report = checkSisterDocuments(texts);
      if (report.findings.some(({ severity }) => severity === 'warning')) finish(EXIT.findings);
      if (flags.json) return printJson(context, { format: 'codicil.sisters/1', ...report });
      const lines = report.findings.flatMap(({ severity, message, places }) => [
        `${severity}: ${message}`,
        ...places.map((place) => describePlace(texts, place)),
      ]);
      await context.print(lines.length > 0 ? `${lines.join('\n')}\n` : 'These documents agree.\n');
    });

function describePlace(texts: readonly AlignedText[], { document, line, sentence }: SisterPlace): string {
  const text = texts[document];
  return `  ${text?.label ?? ''}:${line}: ${text?.text.slice(sentence.from, sentence.to).trim() ?? ''}`;
}
