import { resolve } from 'node:path';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { CHANGE_CLASSES, type ChangeSelection, SIGNALS } from '../../../shared/compare/change-selection.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { writeComparisonText } from '../../../shared/compare/comparison-text.ts';
import { comparisonToPublish } from '../../../shared/compare/comparison-to-publish.ts';
import type { TextReference } from '../../../shared/ipc/schemas.ts';
import { renderComparisonPage } from '../../../shared/publish/render-comparison-page.ts';
import type { CliContext } from '../cli-context.ts';
import { CliFailure, EXIT } from '../cli-failure.ts';
import { describeComparison } from '../describe-comparison.ts';
import { printJson } from '../print-json.ts';
import { printPdf } from '../print-pdf.ts';
import { readSelection } from '../read-selection.ts';
import { resolveReference } from '../resolve-reference.ts';
import { writeOutput } from '../write-output.ts';
import type { AddCommand } from './command.ts';

interface CompareFlags {
  readonly json?: true;
  readonly html?: string;
  readonly pdf?: string;
  readonly docx?: string;
  readonly patch?: string;
  readonly critic?: string;
  readonly text?: true;
  readonly hide?: string;
  readonly only?: string;
  readonly touching?: string;
  readonly section?: string;
  readonly exitCode?: true;
}

/** `codicil compare A B` */
export const addCompareCommand: AddCommand = (program, context, finish) =>
  program
    .command('compare')
    .description(
      'What changed between two texts, word by word. Filters (--hide, --only, --touching, --section) act on the text, HTML and PDF, ' +
        'which always say how many changes are not shown and list them; the other forms have all changes.',
    )
    .argument('<a>', 'a file, - or company/policy@version')
    .argument('<b>', 'a file, - or company/policy@version')
    .option('--json', 'print JSON')
    .option('--text', 'print the changes as text (the default)')
    .option('--html <file>', 'write the comparison as an HTML page')
    .option('--pdf <file>', 'write the comparison as PDF')
    .option('--docx <file>', 'write the comparison as a Word file')
    .option('--patch <file>', 'write a unified patch of lines')
    .option('--critic <file>', 'write the text with its changes in CriticMarkup')
    .option('--hide <classes>', `leave changes of these classes unmarked: ${CHANGE_CLASSES.join(', ')}`)
    .option('--only <classes>', 'mark changes of these classes only')
    .option('--touching <signals>', `mark only what touches one of: ${SIGNALS.join(', ')}`)
    .option('--section <heading>', 'mark only what stands under this heading')
    .option('--exit-code', 'exit 1 when the texts differ')
    .action(async (refA: string, refB: string, flags: CompareFlags) => {
      if (refA === '-' && refB === '-') throw new CliFailure('Only one text can come from standard input.');
      const comparison = await compare(context, refA, refB);
      const selection = readSelection(flags, comparison);
      if (flags.exitCode && comparison.spans.some(({ op }) => op !== 'keep')) finish(EXIT.findings);
      const published = comparisonToPublish(comparison);
      await writePages(
        published,
        published === comparison ? selection : readSelection(flags, published),
        flags,
      );
      writeTexts(published, flags);
      if (flags.json) await printJson(context, comparison);
      else if (flags.text || !(flags.html || flags.pdf || flags.docx || flags.patch || flags.critic))
        await context.print(describeComparison(comparison, selection));
    });

/** Texts of the library are compared by the engine, which verifies their chains first; files never open the library. */
async function compare(context: CliContext, refA: string, refB: string): Promise<Comparison> {
  const a = await resolveReference(context, refA, { mayBeBlank: true });
  const b = await resolveReference(context, refB, { mayBeBlank: true });
  if (isFile(a) && isFile(b)) return compareTexts(withoutKind(a), withoutKind(b));
  return (await context.ask('compare.run', { job: 'cli', a, b })).comparison;
}

type FileText = Extract<TextReference, { kind: 'text' }>;

function isFile(ref: TextReference): ref is FileText {
  return ref.kind === 'text';
}

function withoutKind({ label, text }: FileText): { readonly label: string; readonly text: string } {
  return { label, text };
}

async function writePages(
  comparison: Comparison,
  selection: ChangeSelection,
  { html, pdf, docx }: CompareFlags,
): Promise<void> {
  if (!html && !pdf && !docx) return;
  const redline = buildRedline(comparison);
  if (html || pdf) {
    const page = renderComparisonPage({ comparison, redline, selection });
    if (html) writeOutput(resolve(html), page);
    if (pdf) await printPdf(page, resolve(pdf));
  }
  if (!docx) return;
  const { writeComparisonDocx } = await import('../../engine/export/write-comparison-docx.ts');
  const date = new Date().toISOString();
  writeOutput(resolve(docx), await writeComparisonDocx({ comparison, redline, author: '', date }));
}

function writeTexts(comparison: Comparison, { patch, critic }: CompareFlags): void {
  if (patch) writeOutput(resolve(patch), writeComparisonText(comparison, 'patch'));
  if (critic) writeOutput(resolve(critic), writeComparisonText(comparison, 'critic'));
}
