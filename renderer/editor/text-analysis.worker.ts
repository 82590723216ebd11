import { check } from '../../shared/checks/check.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { renderPolicyBody } from '../../shared/publish/render-policy-body.ts';
import { inspect } from '../../shared/structure/inspect.ts';
import type { AnalysisAnswer, AnalysisRequest } from './text-analysis.ts';

/** Reads texts off the typing thread: one message in, one out. */
self.onmessage = ({ data }: MessageEvent<AnalysisRequest>) => {
  self.postMessage(analyse(data));
};

function analyse({ id, text, withHtml, settings }: AnalysisRequest): AnalysisAnswer {
  try {
    const document = parseDocument(text);
    const inspection = inspect(document);
    const report = check(document, inspection, settings.profile, settings.library);
    return { id, ok: true, inspection, report, html: withHtml ? renderPolicyBody(text) : null };
  } catch (error) {
    // Readers do not fail on any text; should one of ours do so, the panels say it and typing goes on.
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
