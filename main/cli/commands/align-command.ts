import { align } from '../../../shared/align/align.ts';
import { CliFailure } from '../cli-failure.ts';
import { describeAlignment } from '../describe-alignment.ts';
import { printJson } from '../print-json.ts';
import { loadReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil align REF REF...` */
export const addAlignCommand: AddCommand = (program, context) =>
  program
    .command('align')
    .description(
      'Which passages of different companies’ policies speak of the same thing, and which topics each covers.',
    )
    .argument('<ref...>', 'two or more files or company/policy@version')
    .option('--json', 'print JSON')
    .action(async (refs: readonly string[], flags: { readonly json?: true }) => {
      if (refs.length < 2) throw new CliFailure('align needs two texts or more.');
      if (refs.filter((ref) => ref === '-').length > 1)
        throw new CliFailure('Only one text can come from standard input.');
      const documents = [];
      for (const ref of refs) documents.push(await loadReference(context, ref));
      const alignment = align(documents);
      if (flags.json) await printJson(context, alignment);
      else await context.print(describeAlignment(alignment));
    });
