import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { CliContext } from '../cli-context.ts';
import { CliFailure, EXIT } from '../cli-failure.ts';
import { addLookOptions, type LookFlags, lookFiles, lookOfFlags } from '../look-flags.ts';
import { publishFolder } from '../publish-folder.ts';
import { publishFolderSites } from '../publish-folder-sites.ts';
import { findPolicyDetail } from '../resolve-reference.ts';
import { watchFolder } from '../watch-folder.ts';
import type { AddCommand } from './command.ts';

interface PublishFlags extends LookFlags {
  readonly site?: string;
  readonly html?: string;
  readonly pdf?: string;
  readonly docx?: string;
  readonly company?: string;
  readonly watch?: true;
  readonly baseUrl?: string;
  readonly ignoreDates?: true;
  readonly replace?: true;
}

/** `codicil publish POLICY --site DIR`, `codicil publish FOLDER --html DIR` */
export const addPublishCommand: AddCommand = (program, context, finish) =>
  addLookOptions(program.command('publish'))
    .description('A site with every version of a policy, or everything in a folder of policies.')
    .argument('<policy-or-folder>', 'company/policy in the library, or a folder of Markdown and text files')
    .option(
      '--site <dir>',
      'a site with every version and the redlines between them; only files that changed are touched',
    )
    .option('--html <dir>', 'of a folder: each policy as one HTML file')
    .option('--pdf <dir>', 'of a folder: each policy as PDF')
    .option('--docx <dir>', 'of a folder: each policy as a Word file')
    .option('--watch', 'of a folder: publish again whenever a file is saved, until Ctrl+C')
    .option('--company <name>', 'of a folder: the company, where the texts do not say')
    .option('--base-url <url>', 'where the site will stand, for absolute addresses in feed and sitemap')
    .option('--ignore-dates', 'publish although a text states another effective date than the library')
    .option('--replace', 'write into a folder that holds other files')
    .action(async (what: string, flags: PublishFlags) => {
      if (existsSync(what) && statSync(what).isDirectory()) return publishFiles(what, flags, context, finish);
      if (!flags.site) throw new CliFailure('Say where to: --site DIR.');
      if (flags.html || flags.pdf || flags.docx || flags.watch)
        throw new CliFailure(`${what} is no folder: --html, --pdf, --docx and --watch are for folders.`);
      await publishPolicySite(context, what, flags.site, flags);
    });

async function publishPolicySite(
  context: CliContext,
  policy: string,
  folder: string,
  flags: PublishFlags,
): Promise<void> {
  const detail = await findPolicyDetail(context, policy);
  const theme = lookOfFlags(flags, context);
  const site = await context.ask('publish.site', {
    job: 'cli',
    policyId: detail.policy.id,
    folder: resolve(folder),
    ignoreDates: flags.ignoreDates === true,
    replace: flags.replace === true,
    ...(theme ? { theme } : {}),
    ...(flags.baseUrl === undefined ? {} : { baseUrl: flags.baseUrl }),
  });
  for (const { message } of site.warnings) context.note(message);
  await context.print(`${site.folder}: ${site.written.length} of ${site.files} files written\n`);
}

async function publishFiles(
  folder: string,
  flags: PublishFlags,
  context: CliContext,
  finish: (exitCode: number) => void,
): Promise<void> {
  const { site, html, pdf, docx } = flags;
  const targets = Object.values({ site, html, pdf, docx }).filter((dir) => dir !== undefined);
  if (targets.length === 0)
    throw new CliFailure('Say where to: --html DIR, --pdf DIR, --docx DIR or --site DIR.');
  const publish = async (): Promise<number> => {
    // Read each time: a theme may be saved while its folder is watched.
    const theme = lookOfFlags(flags, context);
    const reports = [
      ...(html || pdf || docx ? [await publishFolder(folder, resolved({ html, pdf, docx }), theme)] : []),
      ...(site
        ? [
            await publishFolderSites(context, {
              folder: resolve(folder),
              target: resolve(site),
              theme,
              ...(flags.company === undefined ? {} : { company: flags.company }),
              ...(flags.baseUrl === undefined ? {} : { baseUrl: flags.baseUrl }),
              ignoreDates: flags.ignoreDates === true,
              replace: flags.replace === true,
            }),
          ]
        : []),
    ];
    for (const note of reports.flatMap((report) => report.notes)) context.note(note);
    const failures = reports.flatMap((report) => report.failures);
    for (const failure of failures) context.note(`codicil: ${failure}`);
    const sum = (count: 'written' | 'unchanged'): number =>
      reports.reduce((total, report) => total + report[count], 0);
    await context.print(`${sum('written')} written, ${sum('unchanged')} unchanged\n`);
    return failures.length;
  };
  if (!flags.watch) return (await publish()) > 0 ? finish(EXIT.findings) : undefined;
  let announced = false;
  await watchFolder(
    folder,
    (name) => isInside(name, folder, targets),
    lookFiles(flags),
    async () => {
      await publishAgain(publish, context);
      if (!announced) context.note(`Watching ${folder}; Ctrl+C ends it.`);
      announced = true;
    },
  );
}

/** What fails once must not end the watch: the next save may mend it. */
async function publishAgain(publish: () => Promise<number>, context: CliContext): Promise<void> {
  try {
    await publish();
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    context.note(`codicil: ${error.message}`);
  }
}

function isInside(name: string, folder: string, targets: readonly string[]): boolean {
  const file = resolve(folder, name);
  return targets.some((target) => !relative(resolve(target), file).startsWith('..'));
}

function resolved<Targets extends Readonly<Record<string, string | undefined>>>(
  targets: Targets,
): { [Name in keyof Targets]?: string } {
  const entries = Object.entries(targets).flatMap(([name, dir]) => (dir ? [[name, resolve(dir)]] : []));
  return Object.fromEntries(entries) as { [Name in keyof Targets]?: string };
}
