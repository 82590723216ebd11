import { withKinds } from '../../../shared/model/judged-kinds.ts';
import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import { findPolicyDetail } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil history POLICY` */
export const addHistoryCommand: AddCommand = (program, context) =>
  program
    .command('history')
    .description('The versions of a policy, newest first.')
    .argument('<policy>', 'company/policy, as `codicil list` shows it')
    .option('--kinds', 'tell the kind of imported versions by comparing each with the one before')
    .option('--json', 'print JSON')
    .action(async (name: string, flags: { readonly kinds?: true; readonly json?: true }) => {
      const {
        company,
        policy,
        versions: recorded,
        problems,
        missing = [],
      } = await findPolicyDetail(context, name.replace(/@.*$/, ''));
      const judged = flags.kinds
        ? await context.ask('policy.kinds', { job: 'cli', policyId: policy.id })
        : [];
      const versions = withKinds(recorded, judged);
      const formerNames = await context.ask('policy.former-names', { policyId: policy.id });
      if (flags.json)
        return printJson(context, {
          format: 'codicil.history/1',
          company,
          policy,
          versions,
          problems,
          missing,
          formerNames,
        });
      const lines = versions.map((version) => {
        const date = version.effectiveDate ?? 'no date   ';
        const author = version.author ? ` (${version.author})` : '';
        return `${String(version.number).padStart(4)}  ${date}  ${version.kind.padEnd(11)}  ${printable(firstLine(version.note) + author)}\n`;
      });
      const known = missing.map(
        ({ date, note }) => `   -  ${date}  not held     ${printable(firstLine(note))}\n`,
      );
      const names = formerNames.map(
        ({ company: owner, name: called, until }) =>
          `   until ${until.slice(0, 10)} called ${printable(`${called} of ${owner}`)}\n`,
      );
      await context.print([...lines, ...known.reverse(), ...names].join(''));
    });

function firstLine(note: string): string {
  return note.split('\n', 1)[0] ?? '';
}
