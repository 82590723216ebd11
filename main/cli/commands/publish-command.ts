import { resolve } from 'node:path';
import { findPolicyDetail } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

interface PublishFlags {
  readonly site: string;
  readonly baseUrl?: string;
  readonly ignoreDates?: true;
  readonly replace?: true;
}

/** `codicil publish POLICY --site DIR` */
export const addPublishCommand: AddCommand = (program, context) =>
  program
    .command('publish')
    .description('A site with every version, redlines between them, and the history page.')
    .argument('<policy>', 'company/policy')
    .requiredOption('--site <dir>', 'the folder to write; only files that changed are touched')
    .option('--base-url <url>', 'where the site will stand, for absolute addresses in feed and sitemap')
    .option('--ignore-dates', 'publish although a text states another effective date than the library')
    .option('--replace', 'write into a folder that holds other files')
    .action(async (policy: string, flags: PublishFlags) => {
      const detail = await findPolicyDetail(context, policy);
      const site = await context.ask('publish.site', {
        job: 'cli',
        policyId: detail.policy.id,
        folder: resolve(flags.site),
        ignoreDates: flags.ignoreDates === true,
        replace: flags.replace === true,
        ...(flags.baseUrl === undefined ? {} : { baseUrl: flags.baseUrl }),
      });
      for (const { message } of site.warnings) context.note(message);
      await context.print(`${site.folder}: ${site.written.length} of ${site.files} files written\n`);
    });
