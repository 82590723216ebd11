import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { ExportFormat, WrittenFile } from '../../shared/ipc/publishing-requests.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import { withoutNotes } from '../../shared/markdown/notes.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { htmlToPdf } from '../pdf/html-to-pdf.ts';
import { withPrintPage } from '../pdf/print-page.ts';
import { preparePrintWindow } from '../pdf/print-window.ts';
import { emitEvent } from '../requests/events.ts';
import type { MainHandlers } from '../requests/handler-types.ts';
import { type RunningExports, unlessStopped } from './running-exports.ts';

type ExportHandlers = Pick<
  MainHandlers,
  | 'export.policy'
  | 'publish.pdf'
  | 'export.comparison'
  | 'export.companies'
  | 'export.proof'
  | 'print.policy'
  | 'export.site'
>;
type Format = ExportFormat | 'csv' | 'xlsx' | 'patch' | 'critic' | 'json';

const filters: Record<Format, Electron.FileFilter> = {
  html: { name: 'Web page', extensions: ['html'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word file', extensions: ['docx'] },
  md: { name: 'Markdown', extensions: ['md'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
  patch: { name: 'Unified patch', extensions: ['patch'] },
  critic: { name: 'CriticMarkup', extensions: ['critic.md'] },
  json: { name: 'JSON', extensions: ['json'] },
};

/** Exporting and printing: asks where to, has the engine publish, prints where it must, and has the engine write. */
export function exportHandlers(
  engine: EngineClient,
  written: Set<string>,
  exports: RunningExports,
): ExportHandlers {
  return {
    'export.policy': ({ job, ref, format, suggestedName }, window) =>
      exportAs({ job, format, suggestedName, window }, (signal) => contentOf(engine, ref, format, signal)),
    'publish.pdf': ({ job, ref }) =>
      exports.run(
        job,
        async (signal) => (await unlessStopped(signal, pdfOf(engine, ref, signal))) ?? stopped,
      ),
    'export.comparison': ({ job, a, b, format, suggestedName, selection }, window) =>
      exportAs({ job, format, suggestedName, window }, async (signal) => {
        if (format === 'docx')
          return bytesOf(await engine.request('publish.comparisonDocx', { a, b, author: '' }));
        if (format !== 'html' && format !== 'pdf')
          return engine.request('publish.comparisonText', { a, b, form: format });
        const page = await engine.request('publish.comparisonHtml', {
          job,
          a,
          b,
          ...(selection ? { selection } : {}),
        });
        if (format === 'pdf') emitEvent('job.progress', { job, done: 0, total: 0, message: 'Printing' });
        return inFormat(page, format, signal);
      }),
    'export.companies': ({ job, texts, form, suggestedName }, window) =>
      exportAs({ job, format: fileFormat(form), suggestedName, window }, async (signal) => {
        const report = await engine.request('align.report', {
          job,
          texts,
          form: form === 'pdf' ? 'html' : form,
        });
        if (!report.ok) return report;
        if (typeof report.value !== 'string') return ok(new Uint8Array(report.value));
        return inFormat(ok(report.value), fileFormat(form), signal);
      }),
    'export.proof': ({ policyId, suggestedName }, window) =>
      exportAs({ job: randomUUID(), format: 'json', suggestedName, window }, () =>
        engine.request('policy.proof', { policyId }),
      ),
    'export.site': async (site) => {
      const published = await engine.request('publish.site', site);
      if (published.ok) written.add(path.join(published.value.folder, 'index.html'));
      return published;
    },
    'print.policy': async ({ ref }) => {
      const html = await engine.request('publish.html', { ref, printed: true });
      return html.ok ? printOnPaper(html.value) : html;
    },
  };

  async function exportAs(
    { job, format, suggestedName, window }: Order,
    make: (signal: AbortSignal) => Promise<Result<string | Uint8Array<ArrayBuffer>>>,
  ): Promise<Result<WrittenFile | null>> {
    if (format === 'pdf') preparePrintWindow();
    const file = await askWhere(format, suggestedName, window);
    if (!file) return ok(null);
    const content = await exports.run(
      job,
      async (signal) => (await unlessStopped(signal, make(signal))) ?? stopped,
    );
    if (!content.ok) return content;
    const result = await engine.request('export.write', {
      path: file,
      content: content.value,
      replace: true,
    });
    if (result.ok) written.add(result.value.file);
    return result;
  }
}

interface Order {
  readonly job: string;
  readonly format: Format;
  readonly suggestedName: string;
  readonly window: BrowserWindow;
}

/** Nothing has been written. */
const stopped = fail('cancelled', 'Stopped.');

/** Both tables have the same ending. */
function fileFormat(form: RequestArgs<'export.companies'>['form']): Format {
  return form === 'coverage-csv' || form === 'facts-csv' ? 'csv' : form;
}

async function contentOf(
  engine: EngineClient,
  ref: TextReference,
  format: Format,
  signal: AbortSignal,
): Promise<Result<string | Uint8Array<ArrayBuffer>>> {
  if (format === 'docx') return bytesOf(await engine.request('publish.docx', { ref }));
  if (format === 'pdf') return pdfOf(engine, ref, signal);
  if (format !== 'md') return engine.request('publish.html', { ref });
  const loaded = await engine.request('text.load', { ref });
  return loaded.ok ? ok(withoutNotes(loaded.value.text)) : loaded;
}

/** What is exported as PDF and what the preview shows as pages. */
async function pdfOf(
  engine: EngineClient,
  ref: TextReference,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  preparePrintWindow();
  return printed(await engine.request('publish.html', { ref, printed: true }), signal);
}

async function inFormat(
  html: Result<string>,
  format: Format,
  signal: AbortSignal,
): Promise<Result<string | Uint8Array<ArrayBuffer>>> {
  return format === 'pdf' ? printed(html, signal) : html;
}

async function printed(html: Result<string>, signal: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (!html.ok) return html;
  const pdf = signal.aborted ? null : await htmlToPdf(html.value, signal);
  return pdf ? ok(new Uint8Array(pdf)) : stopped;
}

/** The copy owns its buffer, which the type of the engine's answer leaves open. */
function bytesOf(answer: Result<Uint8Array>): Result<Uint8Array<ArrayBuffer>> {
  return answer.ok ? ok(new Uint8Array(answer.value)) : answer;
}

async function askWhere(format: Format, name: string, window: BrowserWindow): Promise<string | null> {
  const ending = filters[format].extensions[0] ?? format;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `${fileName(name)}.${ending}`),
    filters: [filters[format]],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || !filePath) return null;
  return path.extname(filePath) ? filePath : `${filePath}.${ending}`;
}

/** Without what some file system refuses, and never hidden. */
function fileName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  return plain || 'policy';
}

async function printOnPaper(html: string): Promise<Result<null>> {
  return withPrintPage(
    html,
    (window) =>
      new Promise((resolve) => {
        // A cancelled dialog is no failure.
        window.webContents.print({ printBackground: true }, () => resolve(ok(null)));
      }),
  );
}
