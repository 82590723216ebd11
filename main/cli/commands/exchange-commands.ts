import type { ExchangedPolicy, ExchangeReport } from '../../../shared/ipc/import-requests.ts';
import type { CliContext } from '../cli-context.ts';
import { CliFailure, EXIT } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import { findPolicyDetail } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

interface PushFlags {
  readonly git: string;
  readonly branch?: string;
  readonly init?: true;
  readonly all?: true;
  readonly json?: true;
}

interface PullFlags {
  readonly git: string;
  readonly branch?: string;
  readonly as?: string;
  readonly json?: true;
}

/** `codicil push POLICY --git FOLDER` */
export const addPushCommand: AddCommand = (program, context, finish) =>
  program
    .command('push')
    .description('Add a policy’s versions to a team’s git repository, one commit each.')
    .argument('[policy...]', 'company/policy, as `codicil list` shows it')
    .requiredOption('--git <folder>', 'the repository: a folder on a disk or a network share')
    .option('--branch <name>', 'another branch than company/policy')
    .option('--init', 'make a bare repository where the folder is missing or empty')
    .option('--all', 'every policy that has versions')
    .option('--json', 'print JSON')
    .action(async (names: readonly string[], flags: PushFlags) => {
      const policyIds = flags.all ? await policiesWithVersions(context) : await policiesNamed(context, names);
      if (policyIds.length === 0)
        throw new CliFailure(
          flags.all ? 'No policy has versions yet.' : 'Name a policy to push, or use --all.',
        );
      const report = await context.ask('exchange.push', {
        job: 'cli',
        folder: flags.git,
        policyIds,
        ...(flags.branch ? { branch: flags.branch } : {}),
        create: flags.init === true,
      });
      await show(context, 'codicil.push/1', report, flags, finish);
    });

/** `codicil pull [POLICY] --git FOLDER` */
export const addPullCommand: AddCommand = (program, context, finish) =>
  program
    .command('pull')
    .description('Add the versions that a team’s git repository has and the library has not.')
    .argument('[policy...]', 'company/policy; without it, every policy in the repository')
    .requiredOption('--git <folder>', 'the repository: a folder on a disk or a network share')
    .option('--branch <name>', 'another branch than company/policy')
    .option('--as <company/policy>', 'take it as a policy of this name, beside the one that is there')
    .option('--json', 'print JSON')
    .action(async (names: readonly string[], flags: PullFlags) => {
      if (flags.branch && names.length > 1)
        throw new CliFailure('One branch holds one policy: name one policy with --branch.');
      context.mayMakeLibrary();
      const branches = flags.branch ? [flags.branch] : await branchesOf(context, names);
      const as = flags.as ? otherNames(flags.as) : namesWithBranch(flags, names);
      const report = await context.ask('exchange.pull', {
        job: 'cli',
        folder: flags.git,
        branches,
        ...(as ? { as } : {}),
      });
      await show(context, 'codicil.pull/1', report, flags, finish);
    });

async function show(
  context: CliContext,
  format: string,
  report: ExchangeReport,
  flags: { readonly json?: true },
  finish: (exitCode: number) => void,
): Promise<void> {
  if (flags.json) await printJson(context, { format, ...report });
  else await context.print(report.policies.map(describe).join(''));
  const refused = report.policies.filter(({ outcome }) => outcome === 'refused');
  for (const { policy, problem } of refused) context.note(`codicil: ${policy}: ${problem}`);
  if (refused.length > 0) finish(EXIT.unusable);
}

function describe({ policy, branch, outcome, added, versions }: ExchangedPolicy): string {
  if (outcome === 'refused') return '';
  const place = branch === policy ? '' : ` (branch ${branch})`;
  const what =
    outcome === 'up-to-date'
      ? `nothing to do, ${count(versions)}`
      : `${count(added)} ${outcome}, ${versions} in all`;
  return `${printable(`${policy}${place}: ${what}`)}\n`;
}

function count(versions: number): string {
  return versions === 1 ? '1 version' : `${versions} versions`;
}

async function policiesWithVersions(context: CliContext): Promise<number[]> {
  const { companies } = await context.ask('library.list', {});
  return companies.flatMap(({ policies }) =>
    policies.filter(({ versions }) => versions > 0).map(({ id }) => id),
  );
}

async function policiesNamed(context: CliContext, names: readonly string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const name of names) ids.push((await findPolicyDetail(context, name)).policy.id);
  return ids;
}

/** A policy that is here is meant by its short name; one that is not yet, by the branch's. */
async function branchesOf(context: CliContext, names: readonly string[]): Promise<string[]> {
  const { companies } = await context.ask('library.list', {});
  const here = companies.flatMap(({ slug, policies }) => policies.map((policy) => `${slug}/${policy.slug}`));
  const branches: string[] = [];
  for (const name of names) {
    const known = here.some((each) => each === name || each.startsWith(`${name}-`));
    const detail = known ? await findPolicyDetail(context, name) : null;
    branches.push(detail ? `${detail.company.slug}/${detail.policy.slug}` : name);
  }
  return branches;
}

/** A branch of another name continues the policy that was named. */
function namesWithBranch(
  { branch }: PullFlags,
  [name]: readonly string[],
): { readonly company: string; readonly policy: string } | null {
  return branch && name ? otherNames(name) : null;
}

function otherNames(written: string): { readonly company: string; readonly policy: string } {
  const [company, policy, ...more] = written.split('/');
  if (!company?.trim() || !policy?.trim() || more.length > 0)
    throw new CliFailure(`${written}: a name is written company/policy.`);
  return { company: company.trim(), policy: policy.trim() };
}
