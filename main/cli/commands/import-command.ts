import { resolve } from 'node:path';
import { Option } from 'commander';
import type { ImportedFile } from '../../../shared/ipc/import-requests.ts';
import { CliFailure, EXIT } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import type { AddCommand } from './command.ts';

interface ImportFlags {
  readonly company?: string;
  readonly policy?: string;
  readonly date?: string;
  readonly git?: string | true;
  readonly tracked: 'before' | 'after' | 'both';
  readonly json?: true;
}

/** `codicil import PATH...` */
export const addImportCommand: AddCommand = (program, context, finish) =>
  program
    .command('import')
    .description(
      'Take files, folders and git repositories into the library, one policy’s versions in order of date.',
    )
    .argument('[path...]', 'files and folders')
    .option('--company <name>', 'the company, where the text does not say')
    .option('--policy <name>', 'the policy’s name')
    .option('--date <date>', 'the effective date, YYYY-MM-DD')
    .option('--git [rev]', 'the paths are git repositories: each commit becomes a version')
    .addOption(
      new Option(
        '--tracked <which>',
        'of Word files with tracked changes: the text before them, after, or both as versions',
      )
        .choices(['before', 'after', 'both'])
        .default('both'),
    )
    .option('--json', 'print JSON')
    .action(async (given: readonly string[], written: ImportFlags) => {
      const { paths, flags } = separateRevision(given, written);
      if (paths.length === 0) throw new CliFailure("missing required argument 'path'");
      context.mayMakeLibrary();
      const { files } = await context.ask('import.paths', {
        job: 'cli',
        paths: paths.map((path) => resolve(path)),
        ...names(flags),
      });
      if (flags.json) await printJson(context, { format: 'codicil.import/1', files });
      else await context.print(files.map(describe).join(''));
      const errors = files.flatMap(({ diagnostics }) =>
        diagnostics.filter(({ severity }) => severity === 'error'),
      );
      for (const { message } of errors) context.note(`codicil: ${message}`);
      if (errors.length > 0) finish(EXIT.unusable);
      else if (files.length === 0) throw new CliFailure(`${paths.join(', ')}: nothing to import was found.`);
    });

/** `--git FOLDER` means the folder: a revision is only one when a path follows. */
function separateRevision(
  paths: readonly string[],
  flags: ImportFlags,
): { readonly paths: readonly string[]; readonly flags: ImportFlags } {
  if (typeof flags.git !== 'string' || paths.length > 0) return { paths, flags };
  return { paths: [flags.git], flags: { ...flags, git: true } };
}

function names({ company, policy, date, git, tracked }: ImportFlags): {
  company?: string;
  policy?: string;
  date?: string;
  git?: string;
  tracked: ImportFlags['tracked'];
} {
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new CliFailure(`--date ${date}: a date is written YYYY-MM-DD.`);
  return {
    ...(company ? { company } : {}),
    ...(policy ? { policy } : {}),
    ...(date ? { date } : {}),
    ...(git ? { git: git === true ? 'HEAD' : git } : {}),
    tracked,
  };
}

function describe(file: ImportedFile): string {
  if (file.outcome === 'refused') return '';
  const notes = file.diagnostics
    .filter(({ severity }) => severity !== 'error')
    .map(
      ({ severity, message, line }) =>
        `  ${severity}: ${printable(message)}${line ? ` (line ${line})` : ''}\n`,
    );
  const which = file.tracked ? ` (${file.tracked} its tracked changes)` : '';
  const head = printable(`${file.file}${which}: ${file.company}, ${file.policy}: ${describeOutcome(file)}`);
  return `${head}\n${notes.join('')}`;
}

function describeOutcome({ outcome, version, versions, effectiveDate }: ImportedFile): string {
  const isNew = outcome === 'imported';
  if (versions !== undefined) return `${versions} versions${isNew ? '' : ' already there'}`;
  const date = effectiveDate ? `, effective ${effectiveDate}` : '';
  return `${isNew ? 'version' : 'already there as version'} ${version}${date}`;
}
