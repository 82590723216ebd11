import { resolve } from 'node:path';
import { align } from '../../../shared/align/align.ts';
import type { AlignedText, Alignment } from '../../../shared/align/alignment.ts';
import { csvText } from '../../../shared/align/csv-text.ts';
import { buildFacts } from '../../../shared/align/facts.ts';
import {
  coverageTable,
  factsReportTable,
  linksTable,
  vendorsTable,
} from '../../../shared/align/report-tables.ts';
import { renderAlignmentReport } from '../../../shared/publish/alignment-report.ts';
import { writeXlsx } from '../../engine/export/write-xlsx.ts';
import { CliFailure } from '../cli-failure.ts';
import { describeAlignment } from '../describe-alignment.ts';
import { printJson } from '../print-json.ts';
import { printPdf } from '../print-pdf.ts';
import { loadReference } from '../resolve-reference.ts';
import { writeOutput } from '../write-output.ts';
import type { AddCommand } from './command.ts';

interface AlignFlags {
  readonly json?: true;
  readonly html?: string;
  readonly pdf?: string;
  readonly xlsx?: string;
  readonly coverageCsv?: string;
  readonly factsCsv?: string;
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
    .action(async (refs: readonly string[], flags: AlignFlags) => {
      if (refs.length < 2) throw new CliFailure('align needs two texts or more.');
      if (refs.filter((ref) => ref === '-').length > 1)
        throw new CliFailure('Only one text can come from standard input.');
      const documents: AlignedText[] = [];
      for (const ref of refs) documents.push(await loadReference(context, ref));
      const alignment = align(documents);
      await writeFiles(documents, alignment, flags);
      if (flags.json) await printJson(context, alignment);
      else await context.print(describeAlignment(alignment));
    });

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
