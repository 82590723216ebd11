import type { AlignedText, Alignment } from '../../../shared/align/alignment.ts';
import { csvText } from '../../../shared/align/csv-text.ts';
import type { FactsTable } from '../../../shared/align/facts-table.ts';
import {
  coverageTable,
  factsReportTable,
  linksTable,
  vendorsTable,
} from '../../../shared/align/report-tables.ts';
import { renderAlignmentReport } from '../../../shared/publish/alignment-report.ts';
import { writeXlsx } from './write-xlsx.ts';

/** The forms in which policies side by side can be written. */
export type AlignmentForm = 'html' | 'xlsx' | 'coverage-csv' | 'facts-csv';

/** Policies side by side as a file's content: a page or a workbook of everything, or one table as CSV. */
export async function writeAlignment(
  texts: readonly AlignedText[],
  alignment: Alignment,
  facts: FactsTable,
  form: AlignmentForm,
): Promise<string | Uint8Array> {
  switch (form) {
    case 'html':
      return renderAlignmentReport({ texts, alignment, facts });
    case 'xlsx':
      return writeXlsx([
        coverageTable(alignment),
        linksTable(alignment),
        factsReportTable(facts),
        vendorsTable(facts),
      ]);
    case 'coverage-csv':
      return csvText(coverageTable(alignment));
    case 'facts-csv':
      return csvText(factsReportTable(facts));
  }
}
