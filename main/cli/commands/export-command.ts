import { resolve } from 'node:path';
import { withoutNotes } from '../../../shared/markdown/notes.ts';
import { LONE_PAGE, PRINTED_PAGE } from '../../../shared/publish/link-rules.ts';
import type { PageTheme } from '../../../shared/publish/page-theme.ts';
import { renderPolicyPage } from '../../../shared/publish/render-policy-page.ts';
import { strayLinks } from '../../../shared/publish/stray-links.ts';
import type { CliContext } from '../cli-context.ts';
import { CliFailure } from '../cli-failure.ts';
import { addLookOptions, type LookFlags, lookOfFlags } from '../look-flags.ts';
import { pageOfFile } from '../page-of-file.ts';
import { printPdf } from '../print-pdf.ts';
import { findPolicyDetail, loadReference, resolveReference } from '../resolve-reference.ts';
import { writeOutput } from '../write-output.ts';
import type { AddCommand } from './command.ts';

interface ExportFlags extends LookFlags {
  readonly html?: string;
  readonly pdf?: string;
  readonly docx?: string;
  readonly md?: string;
  readonly proof?: string;
}

/** `codicil export REF` */
export const addExportCommand: AddCommand = (program, context) =>
  addLookOptions(program.command('export'))
    .description('Write a text as a published document.')
    .argument('<ref>', 'a file, - or company/policy@version')
    .option('--html <file>', 'one self-contained HTML file')
    .option('--pdf <file>', 'PDF')
    .option('--docx <file>', 'a Word file')
    .option('--md <file>', 'the text itself')
    .option('--proof <file>', 'the policy’s whole chain of versions, for checking without Codicil')
    .action(async (ref: string, flags: ExportFlags) => {
      if (!flags.html && !flags.pdf && !flags.docx && !flags.md && !flags.proof)
        throw new CliFailure('Say what to write: --html FILE, --pdf FILE, --docx FILE or --md FILE.');
      if (flags.proof) writeOutput(resolve(flags.proof), await proofOf(context, ref));
      if (flags.md) writeOutput(resolve(flags.md), withoutNotes((await loadReference(context, ref)).text));
      const theme = lookOfFlags(flags, context);
      // Pages are made before their links are looked at: that verifies the chain, and a damaged one is to be named as such.
      const docx = flags.docx ? await publishedDocx(context, ref, theme) : null;
      const page = flags.html ? await publishedPage(context, ref, theme) : null;
      const printed = flags.pdf ? await publishedPage(context, ref, theme, true) : null;
      if (docx !== null || page !== null || printed !== null) await noteStrayLinks(context, ref);
      if (flags.docx && docx) writeOutput(resolve(flags.docx), docx);
      if (flags.html && page !== null) writeOutput(resolve(flags.html), page);
      if (flags.pdf && printed !== null) await printPdf(printed, resolve(flags.pdf));
    });

/** Said before anything is written. */
async function noteStrayLinks(context: CliContext, ref: string): Promise<void> {
  const text = withoutNotes((await loadReference(context, ref)).text);
  for (const { message } of strayLinks(text, LONE_PAGE.find)) context.note(message);
}

/** The chain belongs to the policy, so a version in the reference makes no difference. */
async function proofOf(context: CliContext, ref: string): Promise<string> {
  const { policy } = await findPolicyDetail(context, ref.replace(/@.*$/, ''));
  return context.ask('policy.proof', { policyId: policy.id });
}

/** A file's page is made here, so that the library stays closed. */
async function publishedPage(
  context: CliContext,
  ref: string,
  theme?: PageTheme,
  printed = false,
): Promise<string> {
  const resolved = await resolveReference(context, ref);
  if (resolved.kind !== 'text') return context.ask('publish.html', { ref: resolved, theme, printed });
  return renderPolicyPage({ ...pageOfFile(resolved, theme), linkRules: printed ? PRINTED_PAGE : LONE_PAGE });
}

async function publishedDocx(context: CliContext, ref: string, theme?: PageTheme): Promise<Uint8Array> {
  const resolved = await resolveReference(context, ref);
  if (resolved.kind !== 'text') return context.ask('publish.docx', { ref: resolved, theme });
  const { writePolicyDocx } = await import('../../engine/export/write-policy-docx.ts');
  return writePolicyDocx(pageOfFile(resolved, theme));
}
