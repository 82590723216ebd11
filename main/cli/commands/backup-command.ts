import { resolve } from 'node:path';
import { libraryStateFolder } from '../../engine/library-location.ts';
import { requireValue } from '../cli-failure.ts';
import type { AddCommand } from './command.ts';

/** `codicil backup` */
export const addBackupCommand: AddCommand = (program, context) =>
  program
    .command('backup')
    .description('Write a verified backup of the library outside of its folder; old ones are rotated out.')
    .action(async () => {
      const { file } = await context.ask('library.backup', {});
      await context.print(`${file}\n`);
    });

/** `codicil restore BACKUP` */
export const addRestoreCommand: AddCommand = (program, context) =>
  program
    .command('restore')
    .description('Put a backup in the library’s place; the library it replaces is kept beside it.')
    .argument('<backup>', 'a backup file; the newest is named when a library cannot be opened')
    .action(async (backup: string) => {
      const { restoreLibrary } = await import('../../engine/restore-library.ts');
      const file = resolve(context.libraryFile);
      const { kept } = requireValue(
        restoreLibrary(resolve(backup), file, libraryStateFolder(file), new Date()),
      );
      await context.print(
        `${file} restored from ${backup}${kept ? `; what was there is now ${kept}` : ''}\n`,
      );
    });
