import { CliFailure } from '../cli-failure.ts';
import { printJson } from '../print-json.ts';
import { printable } from '../printable.ts';
import type { AddCommand } from './command.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 500;

/** `codicil search QUERY` */
export const addSearchCommand: AddCommand = (program, context) =>
  program
    .command('search')
    .description('Search every version of every policy: words, "phrases", prefix*, -without.')
    .argument('<query>', 'what to look for')
    .option('--limit <n>', 'at most so many passages', String(DEFAULT_LIMIT))
    .option('--json', 'print JSON')
    .action(async (query: string, flags: { readonly limit: string; readonly json?: true }) => {
      const limit = Number(flags.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
        throw new CliFailure(`--limit ${flags.limit}: a number from 1 to ${MAX_LIMIT} is needed.`);
      const hits = await context.ask('search.run', { query, limit });
      if (flags.json) return printJson(context, { format: 'codicil.search/1', query, hits });
      const lines = hits.map((hit) => {
        const range =
          hit.fromVersion === hit.toVersion
            ? `version ${hit.fromVersion}`
            : `versions ${hit.fromVersion} to ${hit.toVersion}`;
        return `${hit.company}/${hit.policy}, ${range}, line ${hit.line}:\n  ${printable(hit.excerpt.replace(/\s+/g, ' '))}\n`;
      });
      await context.print(lines.join(''));
    });
