import { printJson } from '../print-json.ts';
import { loadReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil show REF` */
export const addShowCommand: AddCommand = (program, context) =>
  program
    .command('show')
    .description('The text of a version, a draft or a file.')
    .argument('<ref>', 'a file, - or company/policy@version')
    .option('--json', 'print JSON')
    .action(async (ref: string, flags: { readonly json?: true }) => {
      const { label, text } = await loadReference(context, ref);
      if (flags.json) return printJson(context, { format: 'codicil.show/1', label, text });
      await context.print(text);
    });
