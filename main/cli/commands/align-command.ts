import { CliFailure } from '../cli-failure.ts';
import type { AddCommand } from './command.ts';

/** `codicil align REF REF...` */
export const addAlignCommand: AddCommand = (program) =>
  program
    .command('align')
    .description('Which passages of different companies’ policies speak of the same thing.')
    .argument('<ref...>', 'files or company/policy@version')
    .option('--json', 'print JSON')
    .action(() => {
      throw new CliFailure('align is not available yet.');
    });
