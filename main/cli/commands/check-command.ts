import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { EXIT } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { loadReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil check REF`: exit 1 when a finding is an error. */
export const addCheckCommand: AddCommand = (program, context, finish) =>
  program
    .command('check')
    .description('Findings about a text; exit 1 if any is an error.')
    .argument('<ref>', 'a file, - or company/policy@version')
    .option('--json', 'print JSON')
    .action(async (ref: string, flags: { readonly json?: true }) => {
      const { label, text } = await loadReference(context, ref);
      const document = parseDocument(text);
      const report = check(document, inspect(document));
      if (report.findings.some(({ severity }) => severity === 'error')) finish(EXIT.findings);
      if (flags.json) return printJson(context, report);
      const lines = report.findings.map(
        (finding) =>
          `${label}:${finding.fromLine}: ${finding.severity}: ${finding.message} [${finding.rule}]\n`,
      );
      await context.print(lines.join(''));
    });
