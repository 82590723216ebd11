import { resolve } from 'node:path';
import { align } from '../../../shared/align/align.ts';
import type { AlignedText, Alignment, LinkOverride } from '../../../shared/align/alignment.ts';
import { csvText } from '../../../shared/align/csv-text.ts';
import { buildFacts } from '../../../shared/align/facts.ts';
import {
  coverageTable,
  factsReportTable,
  linksTable,
  vendorsTable,
} from '../../../shared/align/report-tables.ts';
import type { TextReference } from '../../../shared/ipc/schemas.ts';
import { renderAlignmentReport } from '../../../shared/publish/alignment-report.ts';
import { writeXlsx } from '../../engine/export/write-xlsx.ts';
import type { CliContext } from '../cli-context.ts';
import { CliFailure } from '../cli-failure.ts';
import { describeAlignment } from '../describe-alignment.ts';
import { printJson } from '../print-json.ts';
import { printPdf } from '../print-pdf.ts';
import { resolveReference } from '../resolve-reference.ts';
import { writeOutput } from '../write-output.ts';
import type { AddCommand } from './command.ts';

interface AlignFlags {
  readonly json?: true;
  readonly html?: string;
  readonly pdf?: string;
  readonly xlsx?: string;
  readonly coverageCsv?: string;
  readonly factsCsv?: string;
  readonly withoutJudgements?: true;
}

/** `codicil align REF REF...` */
export const addAlignCommand: AddCommand = (program, context) =>
  program
    .command('align')
    .description(
      'Which passages of different companies’ policies speak of the same thing, and which topics each covers.',
    )
    .argument('<ref...>', 'two or more files or company/policy@version')
    .option('--json', 'print JSON')
    .option('--html <file>', 'write coverage, facts and (for two texts) facing columns as an HTML page')
    .option('--pdf <file>', 'write the same as PDF')
    .option('--xlsx <file>', 'write coverage, facts, vendors and links as an Excel workbook')
    .option('--coverage-csv <file>', 'write the coverage matrix as CSV')
    .option('--facts-csv <file>', 'write the facts table as CSV')
    .option('--without-judgements', 'leave out the links that you confirmed or broke in the library')
    .action(async (refs: readonly string[], flags: AlignFlags) => {
      if (refs.length < 2) throw new CliFailure('align needs two texts or more.');
      if (refs.filter((ref) => ref === '-').length > 1)
        throw new CliFailure('Only one text can come from standard input.');
      const { documents, overrides } = await loadDocuments(context, refs, !flags.withoutJudgements);
      const alignment = align(documents, overrides);
      await writeFiles(documents, alignment, flags);
      if (flags.json) await printJson(context, alignment);
      else await context.print(describeAlignment(alignment));
    });

/** The texts, and what was said of their passages where two or more of them are policies of the library. */
async function loadDocuments(
  context: CliContext,
  refs: readonly string[],
  withJudgements: boolean,
): Promise<{ readonly documents: readonly AlignedText[]; readonly overrides: readonly LinkOverride[] }> {
  const texts: TextReference[] = [];
  for (const ref of refs) texts.push(await resolveReference(context, ref));
  const documents: AlignedText[] = [];
  for (const ref of texts)
    documents.push(ref.kind === 'text' ? ref : await context.ask('text.load', { ref }));
  if (!withJudgements || texts.filter(({ kind }) => kind !== 'text').length < 2)
    return { documents, overrides: [] };
  const known = await context.ask('align.judgements', { texts });
  return {
    documents: documents.map((document, index) => {
      const key = known.keys[index];
      return key === null || key === undefined ? document : { ...document, key };
    }),
    overrides: known.overrides,
  };
}

async function writeFiles(
  texts: readonly AlignedText[],
  alignment: Alignment,
  flags: AlignFlags,
): Promise<void> {
  if (flags.coverageCsv) writeOutput(resolve(flags.coverageCsv), csvText(coverageTable(alignment)));
  if (!flags.html && !flags.pdf && !flags.xlsx && !flags.factsCsv) return;
  const facts = buildFacts(texts);
  if (flags.factsCsv) writeOutput(resolve(flags.factsCsv), csvText(factsReportTable(facts)));
  if (flags.xlsx) {
    const tables = [coverageTable, linksTable].map((table) => table(alignment));
    const workbook = await writeXlsx([
      ...tables,
      ...[factsReportTable, vendorsTable].map((table) => table(facts)),
    ]);
    writeOutput(resolve(flags.xlsx), workbook);
  }
  if (!flags.html && !flags.pdf) return;
  const page = renderAlignmentReport({ texts, alignment, facts });
  if (flags.html) writeOutput(resolve(flags.html), page);
  if (flags.pdf) await printPdf(page, resolve(flags.pdf));
}
