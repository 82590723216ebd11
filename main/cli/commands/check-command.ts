import { check } from '../../../shared/checks/check.ts';
import type { CheckReport } from '../../../shared/checks/finding.ts';
import type { HouseProfile } from '../../../shared/checks/profile.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import type { CliContext } from '../cli-context.ts';
import { CliFailure, EXIT } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { readProfile } from '../read-profile.ts';
import { resolveReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

interface Flags {
  readonly json?: true;
  readonly profile?: string;
}

/** `codicil check REF`: exit 1 when a finding is an error. */
export const addCheckCommand: AddCommand = (program, context, finish) =>
  program
    .command('check')
    .description('Findings about a text; exit 1 if any is an error.')
    .argument('<ref>', 'a file, - or company/policy@version')
    .option('--profile <file>', 'the house profile to check by, instead of the library’s')
    .option('--json', 'print JSON')
    .action(async (ref: string, flags: Flags) => {
      if (ref === '-' && flags.profile === '-')
        throw new CliFailure('Only one text can come from standard input.');
      const profile = flags.profile === undefined ? undefined : await readProfile(flags.profile);
      const report = await checkReference(context, ref, profile);
      if (report.findings.some(({ severity }) => severity === 'error')) finish(EXIT.findings);
      if (flags.json) return printJson(context, report);
      const lines = report.findings.map(
        (finding) =>
          `${ref}:${finding.fromLine}: ${finding.severity}: ${finding.message} [${finding.rule}]\n`,
      );
      await context.print(lines.join(''));
    });

/** A text at hand is checked without the library, one of the library against its dates and by its profile. */
async function checkReference(
  context: CliContext,
  name: string,
  profile: HouseProfile | undefined,
): Promise<CheckReport> {
  const ref = await resolveReference(context, name);
  if (ref.kind !== 'text') return context.ask('text.check', { ref, ...(profile ? { profile } : {}) });
  const document = parseDocument(ref.text);
  return check(document, inspect(document), profile);
}
