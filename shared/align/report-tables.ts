import type { Alignment, CoverageCell } from './alignment.ts';
import type { FactCell, FactsTable } from './facts-table.ts';

/** A table for a spreadsheet or CSV: cells of plain text, all rows as long as the head. */
export interface ReportTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The coverage matrix: the ten categories, each followed by the finer topics below it; a cell says the status and the lines. */
export function coverageTable(alignment: Alignment): ReportTable {
  const labels = alignment.documents.map(({ label }) => label);
  const rowOf = (topic: string, name: string, cells: readonly CoverageCell[]): string[] => [
    name,
    ...labels.map((_, document) =>
      coverageText(cells.find((cell) => cell.topic === topic && cell.document === document)),
    ),
  ];
  const rows = alignment.topics.flatMap(({ id, name }) => [
    rowOf(id, name, alignment.coverage),
    ...alignment.fineTopics
      .filter(({ parent }) => parent === id)
      .map((topic) => rowOf(topic.id, `  ${topic.name}`, alignment.fineCoverage)),
  ]);
  return { name: 'Coverage', head: ['Topic', ...labels], rows };
}

/** The facts table: one row for each kind of fact, each value with its line. */
export function factsReportTable(facts: FactsTable): ReportTable {
  return {
    name: 'Facts',
    head: ['Fact', ...facts.documents],
    rows: facts.rows.map(({ name, cells }) => [name, ...cells.map(factText)]),
  };
}

/** Vendors over all documents: who names them, in common first. */
export function vendorsTable(facts: FactsTable): ReportTable {
  return {
    name: 'Vendors',
    head: ['Vendor', 'In common', ...facts.documents],
    rows: facts.vendors.map(({ name, namedBy }) => {
      const by = facts.documents.map((_, document) =>
        namedBy
          .filter((naming) => naming.document === document)
          .map(({ value }) => `${value.detail || value.text} (line ${value.fromLine})`)
          .join('; '),
      );
      return [name, by.filter(Boolean).length > 1 ? 'yes' : 'no', ...by];
    }),
  };
}

/** The links and what corresponds to nothing, one row each. */
export function linksTable(alignment: Alignment): ReportTable {
  const passages = new Map(
    alignment.documents.flatMap(({ label, sections }) =>
      sections.map((section) => [section.id, { label, section }] as const),
    ),
  );
  const passageCells = (id: string): string[] => {
    const found = passages.get(id);
    if (!found) return ['', '', ''];
    const { fromLine, toLine, heading } = found.section;
    return [found.label, heading, `${fromLine}-${toLine}`];
  };
  return {
    name: 'Links',
    head: [
      'Document',
      'Passage',
      'Lines',
      'Document',
      'Passage',
      'Lines',
      'Score',
      'Found by',
      'Topics',
      'Terms',
    ],
    rows: [
      ...alignment.links.map(({ from, to, score, origin, reasons }) => [
        ...passageCells(from),
        ...passageCells(to),
        score.toFixed(2),
        origin === 'confirmed' ? 'you' : 'Codicil',
        reasons.topics.join(', '),
        reasons.sharedTerms.join(', '),
      ]),
      ...alignment.unmatched.map((id) => [
        ...passageCells(id),
        '',
        'nothing corresponds',
        '',
        '',
        '',
        '',
        '',
      ]),
    ],
  };
}

function coverageText(cell: CoverageCell | undefined): string {
  if (!cell || cell.status === 'absent') return 'absent';
  if (cell.status === 'unread') return 'not read';
  const lines = cell.passages.map(({ fromLine, toLine }) => `${fromLine}-${toLine}`).join(', ');
  return `${cell.status} (lines ${lines})`;
}

function factText({ status, values, passages }: FactCell): string {
  if (status === 'absent') return 'not stated';
  if (status === 'unread') return 'not read';
  if (status === 'unquantified')
    return `no value stated (lines ${passages.map(({ fromLine, toLine }) => `${fromLine}-${toLine}`).join(', ')})`;
  return values.map(({ text, fromLine }) => (fromLine ? `${text} (line ${fromLine})` : text)).join('; ');
}
