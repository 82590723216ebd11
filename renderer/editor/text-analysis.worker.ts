import { check } from '../../shared/checks/check.ts';
import { readNotes } from '../../shared/markdown/notes.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { renderPolicyBlocks } from '../../shared/publish/render-policy-body.ts';
import { inspect } from '../../shared/structure/inspect.ts';
import { practiceFields } from '../../shared/structure/lenses/practices-lens.ts';
import { vendorForms } from '../../shared/structure/lenses/vendors-lens.ts';
import { makePagePatch, type PagePatch } from './preview/page-blocks.ts';
import type { AnalysisAnswer, AnalysisRequest } from './text-analysis.ts';

/** The page that was last sent, and with which answer. */
let sent: { readonly id: number; readonly blocks: readonly string[] } = { id: 0, blocks: [] };

/** Reads texts off the typing thread: one message in, one out. */
self.onmessage = ({ data }: MessageEvent<AnalysisRequest>) => {
  self.postMessage(analyse(data));
};

function analyse(request: AnalysisRequest): AnalysisAnswer {
  const { id, text, settings } = request;
  try {
    const document = parseDocument(text);
    const inspection = inspect(document);
    const report = check(document, inspection, settings.profile, settings.library);
    const forms = vendorForms(document, inspection);
    const patch = request.withPage ? patchOf(request) : null;
    const fields = practiceFields(document);
    return {
      id,
      ok: true,
      inspection,
      report,
      notes: readNotes(text),
      vendorForms: forms,
      practiceFields: fields,
      patch,
    };
  } catch (error) {
    // Readers do not fail on any text; should one of ours do so, the panels say it and typing goes on.
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function patchOf({ id, text, knownPage }: AnalysisRequest): PagePatch {
  const blocks = renderPolicyBlocks(text);
  const patch = makePagePatch(knownPage === sent.id ? sent.blocks : [], blocks);
  sent = { id, blocks: blocks.map((block) => block.html) };
  return patch;
}
