import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import type { AddCommand } from './command.ts';

/** `codicil list` */
export const addListCommand: AddCommand = (program, context) =>
  program
    .command('list')
    .description('What the library holds: companies, policies, versions.')
    .option('--json', 'print JSON')
    .action(async (flags: { readonly json?: true }) => {
      const listing = await context.ask('library.list', {});
      if (flags.json) return printJson(context, { format: 'codicil.list/1', ...listing });
      const lines = listing.companies.flatMap((company) =>
        company.policies.map((policy) => {
          const count = `${policy.versions} version${policy.versions === 1 ? '' : 's'}`;
          const latest = policy.latest
            ? `, latest ${policy.latest.effectiveDate ?? policy.latest.savedAt.slice(0, 10)}`
            : '';
          const draft = policy.hasDraft ? ', draft' : '';
          return `${printable(`${company.slug}/${policy.slug}  ${company.name}, ${policy.name}: ${count}${latest}${draft}`)}\n`;
        }),
      );
      await context.print(lines.join(''));
    });
