import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { ImportReport } from '../../shared/ipc/import-requests.ts';
import type { PageTheme } from '../../shared/publish/page-theme.ts';
import { renderSitesPage, type SiteEntry } from '../../shared/publish/render-sites-page.ts';
import type { CliContext } from './cli-context.ts';
import { CliFailure } from './cli-failure.ts';
import type { FolderReport } from './publish-folder.ts';
import { writeOutput } from './write-output.ts';

export interface FolderSites {
  /** Of policies; a git repository brings their history. */
  readonly folder: string;
  readonly target: string;
  readonly theme: PageTheme | undefined;
  readonly company?: string;
  readonly baseUrl?: string;
  readonly ignoreDates: boolean;
  readonly replace: boolean;
}

/** Says that a folder is one of ours. */
const MARKER = '.codicil-sites';

/**
 * Publishes a site for every policy of a folder, and a page that lists them. The policies are taken into a library that lasts only as long
 * as this does: the folder, or its git history, is what they come from.
 */
export async function publishFolderSites(context: CliContext, sites: FolderSites): Promise<FolderReport> {
  requireUsable(sites);
  const home = mkdtempSync(join(tmpdir(), 'codicil-sites-'));
  try {
    beginLibrary(context, join(home, 'library.codicil'));
    const imported = await context.ask('import.paths', {
      job: 'cli',
      paths: [sites.folder],
      ...(sites.company === undefined ? {} : { company: sites.company }),
      ...(existsSync(join(sites.folder, '.git')) ? { git: 'HEAD' } : {}),
    });
    const refused = imported.files.filter(({ outcome }) => outcome === 'refused');
    const failures = refused.map(
      ({ file, diagnostics }) => `${file}: ${diagnostics[0]?.message ?? 'not read'}`,
    );
    const report = await publishEach(context, sites, filesOf(imported, sites.folder));
    return { ...report, failures: [...failures, ...report.failures] };
  } finally {
    context.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function beginLibrary({ close, useLibrary: nameLibrary, mayMakeLibrary }: CliContext, file: string): void {
  close();
  nameLibrary(file);
  mayMakeLibrary();
}

/** The policies' files by their paths from the folder. */
function filesOf({ files }: ImportReport, folder: string): ReadonlyMap<number, string> {
  return new Map(
    files.flatMap(({ file, policyId }) =>
      policyId === undefined
        ? []
        : [[policyId, relative(folder, resolve(folder, file)).replaceAll('\\', '/')]],
    ),
  );
}

async function publishEach(
  context: CliContext,
  sites: FolderSites,
  files: ReadonlyMap<number, string>,
): Promise<FolderReport> {
  const { companies } = await context.ask('library.list', {});
  const entries: SiteEntry[] = [];
  const failures: string[] = [];
  const notes: string[] = [];
  const places = companies.flatMap((company) =>
    company.policies.map(({ id, slug }) => ({
      path: files.get(id) ?? `${slug}.md`,
      href: `../../${company.slug}/${slug}/index.html`,
    })),
  );
  let [written, unchanged] = [0, 0];
  mkdirSync(sites.target, { recursive: true });
  writeOutput(join(sites.target, MARKER), '');
  for (const company of companies)
    for (const policy of company.policies) {
      const path = `${company.slug}/${policy.slug}`;
      try {
        const site = await context.ask('publish.site', {
          job: 'cli',
          policyId: policy.id,
          folder: join(sites.target, company.slug, policy.slug),
          ignoreDates: sites.ignoreDates,
          replace: sites.replace,
          files: { from: files.get(policy.id) ?? `${policy.slug}.md`, places },
          ...(sites.theme ? { theme: sites.theme } : {}),
          ...(sites.baseUrl === undefined ? {} : { baseUrl: `${sites.baseUrl.replace(/\/$/, '')}/${path}/` }),
        });
        notes.push(...site.warnings.map(({ message }) => `${path}: ${message}`));
        written += site.written.length;
        unchanged += site.files - site.written.length;
        entries.push({ company: company.name, policy: policy.name, href: `${path}/index.html` });
      } catch (error) {
        if (!(error instanceof CliFailure)) throw error;
        failures.push(`${path}: ${error.message}`);
      }
    }
  const index = join(sites.target, 'index.html');
  const page = renderSitesPage(entries, sites.theme);
  const same = existsSync(index) && readFileSync(index, 'utf8') === page;
  if (!same) writeOutput(index, page);
  return { written: written + (same ? 0 : 1), unchanged: unchanged + (same ? 1 : 0), notes, failures };
}

function requireUsable({ target, replace }: FolderSites): void {
  if (replace || !existsSync(target) || readdirSync(target).length === 0) return;
  if (!existsSync(join(target, MARKER)))
    throw new CliFailure(
      `${target} holds other files; nothing was written there (--replace writes all the same).`,
    );
}
