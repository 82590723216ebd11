import type { SearchFilter, SearchHit, WordsInPolicy } from '../../../shared/ipc/history-requests.ts';
import type { CliContext } from '../cli-context.ts';
import { CliFailure } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import { findPolicyDetail } from '../resolve-reference.ts';
import type { AddCommand } from './command.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 500;

interface SearchFlags {
  readonly limit: string;
  readonly company?: string;
  readonly policy?: string;
  readonly from?: string;
  readonly to?: string;
  readonly section?: string;
  readonly when?: true;
  readonly json?: true;
}

/** `codicil search QUERY` */
export const addSearchCommand: AddCommand = (program, context) =>
  program
    .command('search')
    .description('Search every version of every policy: words, "phrases", prefix*, -without.')
    .argument('<query>', 'what to look for')
    .option('--when', 'when the words entered each policy and left it, and who has them now')
    .option('--company <name>', 'in this company’s policies, by the short name that `codicil list` shows')
    .option('--policy <policy>', 'in one policy, company/policy')
    .option('--from <date>', 'in force on this day or later, YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--to <date>', 'in force on this day or earlier')
    .option('--section <heading>', 'below a heading that has these words')
    .option('--limit <n>', 'at most so many passages', String(DEFAULT_LIMIT))
    .option('--json', 'print JSON')
    .action(async (query: string, flags: SearchFlags) => {
      const limit = Number(flags.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
        throw new CliFailure(`--limit ${flags.limit}: a number from 1 to ${MAX_LIMIT} is needed.`);
      const filter = await readFilter(context, flags);
      if (flags.when) return searchWhen(context, query, filter, flags);
      const hits = await context.ask('search.run', { query, limit, filter });
      if (flags.json) return printJson(context, { format: 'codicil.search/1', query, hits });
      await context.print(hits.map(describeHit).join(''));
    });

async function searchWhen(
  context: CliContext,
  query: string,
  { company, policyId }: SearchFilter,
  flags: SearchFlags,
): Promise<void> {
  if (flags.from || flags.to || flags.section)
    throw new CliFailure('--when tells the dates itself: use it without --from, --to and --section.');
  const policies = await context.ask('search.when', {
    query,
    filter: { ...(company ? { company } : {}), ...(policyId ? { policyId } : {}) },
  });
  if (flags.json) return printJson(context, { format: 'codicil.when/1', query, policies });
  const now = policies.filter(({ hasNow }) => hasNow).length;
  const [first] = policies;
  const summary = first
    ? `First on ${first.entered}, in ${first.company}/${first.policy}. ${policies.length} had it, ${now} ${now === 1 ? 'has' : 'have'} it now.\n`
    : '';
  await context.print(summary + policies.map(describeTimes).join(''));
}

function describeHit(hit: SearchHit): string {
  const range =
    hit.fromVersion === hit.toVersion
      ? `version ${hit.fromVersion} (${hit.fromDate})`
      : `versions ${hit.fromVersion} to ${hit.toVersion} (${hit.fromDate} to ${hit.toDate})`;
  const section = hit.section.length > 0 ? ` (${hit.section.join(' › ')})` : '';
  const head = printable(`${hit.company}/${hit.policy}, ${range}, line ${hit.line}${section}:`);
  return `${head}\n  ${printable(hit.excerpt.replace(/\s+/g, ' '))}\n`;
}

function describeTimes({ company, policy, times, hasNow }: WordsInPolicy): string {
  const written = times.map(({ version, date, until }) => {
    const end = until ? `to ${until.date} (gone in version ${until.version})` : 'until now';
    return `since ${date} (version ${version}) ${end}`;
  });
  return `${printable(`${company}/${policy}: ${hasNow ? 'has it' : 'has it no more'}: ${written.join('; ')}`)}\n`;
}

async function readFilter(context: CliContext, flags: SearchFlags): Promise<SearchFilter> {
  const policy = flags.policy ? await findPolicyDetail(context, flags.policy) : null;
  return {
    ...(flags.company ? { company: await companySlug(context, flags.company) } : {}),
    ...(policy ? { policyId: policy.policy.id } : {}),
    ...(flags.from ? { from: wholeDate('--from', flags.from, '-01-01') } : {}),
    ...(flags.to ? { to: wholeDate('--to', flags.to, '-12-31') } : {}),
    ...(flags.section ? { section: flags.section } : {}),
  };
}

async function companySlug(context: CliContext, given: string): Promise<string> {
  const { companies } = await context.ask('library.list', {});
  const wanted = given.toLowerCase();
  const found =
    companies.find(({ slug }) => slug === wanted) ??
    companies.find(({ name }) => name.toLowerCase() === wanted);
  if (!found) throw new CliFailure(`--company ${given}: there is no such company in ${context.libraryFile}.`);
  return found.slug;
}

/** A year or a month means its first day, or its last. */
function wholeDate(option: string, given: string, rest: '-01-01' | '-12-31'): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return given;
  if (/^\d{4}$/.test(given)) return given + rest;
  if (/^\d{4}-\d{2}$/.test(given)) return given + (rest === '-01-01' ? '-01' : '-31');
  throw new CliFailure(`${option} ${given}: a date is written YYYY, YYYY-MM or YYYY-MM-DD.`);
}
