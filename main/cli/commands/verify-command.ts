import { libraryStateFolder } from '../../engine/library-location.ts';
import type { CliContext } from '../cli-context.ts';
import { EXIT } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import type { AddCommand } from './command.ts';

/** `codicil verify`: exit 1 and the place if anything is wrong. */
export const addVerifyCommand: AddCommand = (program, context, finish) =>
  program
    .command('verify')
    .description('Check the library and its chains of versions; exit 1 and the place if anything is wrong.')
    .option('--json', 'print JSON')
    .action(async (flags: { readonly json?: true }) => {
      const report = await context.ask('library.verify', { job: 'cli' });
      if (report.problems.length > 0) {
        finish(EXIT.findings);
        await offerNewestBackup(context);
      }
      if (flags.json)
        return printJson(context, { format: 'codicil.verify/1', file: context.libraryFile, ...report });
      const problems = report.problems.map(({ place, message }) => `${place}: ${message}\n`);
      const verdict = problems.length > 0 ? `${problems.length} problems` : 'nothing was altered';
      await context.print(
        `${problems.join('')}${context.libraryFile}: ${report.policies} policies, ${report.versions} versions, ${verdict}\n`,
      );
    });

/** `codicil restore` takes it, and keeps the library that it replaces. */
async function offerNewestBackup({ libraryFile, note }: CliContext): Promise<void> {
  const { backupFolder } = await import('../../engine/library-guard.ts');
  const { listBackups } = await import('../../engine/store/backups.ts');
  const [newest] = listBackups(backupFolder(libraryStateFolder(libraryFile)));
  if (newest) note(`codicil: ${libraryFile} has a newest backup: ${newest.file}`);
}
