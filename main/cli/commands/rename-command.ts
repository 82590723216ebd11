import type { CliContext } from '../cli-context.ts';
import { CliFailure } from '../cli-failure.ts';
import { printable } from '../printable.ts';
import { findPolicyDetail } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

interface RenameFlags {
  readonly name?: string;
  readonly slug?: string;
  readonly company?: string;
}

/** `codicil rename POLICY` and `codicil rename COMPANY` */
export const addRenameCommand: AddCommand = (program, context) =>
  program
    .command('rename')
    .description(
      'Name a policy or a company anew, or move a policy to another company. The old names are kept, and references by them still work.',
    )
    .argument('<name>', 'company/policy or company, as `codicil list` shows it')
    .option('--name <name>', 'the name that people see')
    .option('--slug <slug>', 'the short name that references and web addresses use')
    .option('--company <company>', 'the company that the policy moves to, by name; made where there is none')
    .action(async (given: string, flags: RenameFlags) => {
      if (flags.name === undefined && flags.slug === undefined && flags.company === undefined)
        throw new CliFailure('Say what is to change: --name, --slug or --company.');
      const line = given.includes('/')
        ? await renamePolicy(context, given, flags)
        : await renameCompany(context, given, flags);
      await context.print(`${printable(line)}\n`);
    });

async function renamePolicy(context: CliContext, given: string, flags: RenameFlags): Promise<string> {
  const { policy } = await findPolicyDetail(context, given);
  const { name = policy.name, ...rest } = flags;
  await context.ask('policy.rename', { policyId: policy.id, name, ...rest });
  const now = await context.ask('policy.get', { policyId: policy.id });
  return `${now.company.slug}/${now.policy.slug}: ${now.policy.name} of ${now.company.name}`;
}

async function renameCompany(context: CliContext, given: string, flags: RenameFlags): Promise<string> {
  if (flags.company !== undefined)
    throw new CliFailure(`${given} is a company: name the policy to move, company/policy.`);
  const before = await companyNamed(context, ({ slug }) => slug === given);
  if (!before) throw new CliFailure(`${given} is not a company in the library ${context.libraryFile}.`);
  const { name = before.name, slug } = flags;
  await context.ask('company.rename', { companyId: before.id, name, ...(slug ? { slug } : {}) });
  const now = await companyNamed(context, ({ id }) => id === before.id);
  return `${now?.slug}: ${now?.name}`;
}

interface NamedCompany {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

async function companyNamed(
  context: CliContext,
  wanted: (company: NamedCompany) => boolean,
): Promise<NamedCompany | undefined> {
  const { companies } = await context.ask('library.list', {});
  return companies.find(wanted);
}
