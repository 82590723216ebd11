import type { OriginSpan } from '../../../shared/ipc/history-requests.ts';
import { parsePolicyReference } from '../../../shared/model/reference.ts';
import { dateOf } from '../../../shared/model/version-order.ts';
import { CliFailure, requireValue } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import { findPolicyDetail, resolveReference } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

/** `codicil origins POLICY@VERSION` */
export const addOriginsCommand: AddCommand = (program, context) =>
  program
    .command('origins')
    .description('From which version each line of a text comes, word by word with --json.')
    .argument('<ref>', 'company/policy@version')
    .option('--json', 'print JSON')
    .action(async (ref: string, flags: { readonly json?: true }) => {
      const resolved = await resolveReference(context, ref);
      if (resolved.kind !== 'version')
        throw new CliFailure(`${ref}: only a version has a history; save the draft first.`);
      const { company, policy } = requireValue(parsePolicyReference(ref));
      const { versions } = await findPolicyDetail(context, `${company}/${policy}`);
      const { label, text } = await context.ask('text.load', { ref: resolved });
      const spans = await context.ask('lifeline.origins', { job: 'cli', versionId: resolved.versionId });
      if (flags.json)
        return printJson(context, {
          format: 'codicil.origins/1',
          label,
          text,
          spans,
          versions: versions.map((version) => ({
            number: version.number,
            date: dateOf(version),
            author: version.author,
            note: version.note,
          })),
        });
      const dates = new Map(versions.map((version) => [version.number, dateOf(version)]));
      const lines = originsByLine(text, spans).map(({ line, number, more }) => {
        const since =
          number === null
            ? ''.padEnd(17)
            : `${String(number).padStart(4)}${more ? '+' : ' '} ${dates.get(number) ?? ''}`;
        return `${since.padEnd(17)} ${printable(line)}\n`;
      });
      await context.print(lines.join(''));
    });

interface LineOrigin {
  readonly line: string;
  /** The version from which most of the line comes; null for a line without words. */
  readonly number: number | null;
  /** True when some of it comes from another version. */
  readonly more: boolean;
}

/** Spans and lines are both in order, so that one walk over each is enough. */
function originsByLine(text: string, spans: readonly OriginSpan[]): LineOrigin[] {
  let [from, first] = [0, 0];
  return text.split('\n').map((line) => {
    const to = from + line.length;
    const share = new Map<number, number>();
    while ((spans[first]?.to ?? Number.POSITIVE_INFINITY) <= from) first++;
    for (let at = first; (spans[at]?.from ?? Number.POSITIVE_INFINITY) < to; at++) {
      const span = spans[at];
      if (!span) break;
      const characters = Math.min(to, span.to) - Math.max(from, span.from);
      share.set(span.number, (share.get(span.number) ?? 0) + characters);
    }
    from = to + 1;
    const [most] = [...share].sort((x, y) => y[1] - x[1]);
    return { line, number: most?.[0] ?? null, more: share.size > 1 };
  });
}
