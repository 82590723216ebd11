import type { PolicyDetail } from '../../../shared/ipc/library-requests.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import type { TextRange } from '../../../shared/model/text.ts';
import { dateOf } from '../../../shared/model/version-order.ts';
import type { CliContext } from '../cli-context.ts';
import { CliFailure } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import { findPolicyDetail } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil trace POLICY PASSAGE` */
export const addTraceCommand: AddCommand = (program, context) =>
  program
    .command('trace')
    .description('When a passage of a policy appeared, changed and went.')
    .argument('<policy>', 'company/policy, as `codicil list` shows it')
    .argument('<passage>', 'its words, as some version has them')
    .option('--json', 'print JSON')
    .action(async (name: string, passage: string, flags: { readonly json?: true }) => {
      const detail = await findPolicyDetail(context, name.replace(/@.*$/, ''));
      const { version, range, goneIn } = await findNewest(context, detail, passage);
      const { events } = await context.ask('lifeline.trace', { job: 'cli', versionId: version.id, ...range });
      if (flags.json) return printJson(context, { format: 'codicil.trace/1', passage, goneIn, events });
      const gone = goneIn ? [`gone      version ${goneIn.number}  ${dateOf(goneIn)}\n`] : [];
      const lines = events.map(
        ({ kind, number, date, text }) =>
          `${kind.padEnd(8)}  version ${number}  ${date}  ${printable(text.replace(/\s+/g, ' ').trim())}\n`,
      );
      await context.print([...gone, ...lines].join(''));
    });

interface Found {
  readonly version: VersionSummary;
  readonly range: TextRange;
  /** The version in which it is no longer there; null when the newest has it. */
  readonly goneIn: VersionSummary | null;
}

/** The newest version that has the words, in order of dates; line ends count as spaces. */
async function findNewest(context: CliContext, { versions }: PolicyDetail, passage: string): Promise<Found> {
  const words = passage
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(words.join('\\s+'), 'u');
  const newestFirst = [...versions].sort((x, y) =>
    dateOf(x) > dateOf(y) ? -1 : dateOf(x) < dateOf(y) ? 1 : y.number - x.number,
  );
  for (const [index, version] of newestFirst.entries()) {
    const { text } = await context.ask('text.load', { ref: { kind: 'version', versionId: version.id } });
    const match = pattern.exec(text);
    if (match)
      return {
        version,
        range: { from: match.index, to: match.index + match[0].length },
        goneIn: newestFirst[index - 1] ?? null,
      };
  }
  throw new CliFailure(`No version has the words "${passage}".`);
}
