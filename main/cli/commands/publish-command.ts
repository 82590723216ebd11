import { CliFailure } from '../cli-failure.ts';
import type { AddCommand } from './command.ts';

/** `codicil publish POLICY --site DIR` */
export const addPublishCommand: AddCommand = (program) =>
  program
    .command('publish')
    .description('A site with every version, redlines between them, and the history page.')
    .argument('<policy>', 'company/policy')
    .requiredOption('--site <dir>', 'the folder to write')
    .action(() => {
      throw new CliFailure('publish --site is not available yet; use `codicil export`.');
    });
