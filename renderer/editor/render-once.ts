import { fail, ok, type Result } from '../../shared/model/result.ts';
import { applyPagePatch, type Page } from './preview/page-blocks.ts';
import { type AnalysisAnswer, type AnalysisRequest, DEFAULT_CHECK_SETTINGS } from './text-analysis.ts';
import AnalysisWorker from './text-analysis.worker.ts?worker';

const NO_PAGE: Page = { blocks: [], lines: new Int32Array() };

/** Renders one text off the typing thread, in a worker of its own that goes when it is done. */
export function renderOnce(text: string): Promise<Result<Page>> {
  return new Promise((resolve) => {
    const worker = new AnalysisWorker();
    const finish = (result: Result<Page>): void => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<AnalysisAnswer>) =>
      finish(
        data.ok
          ? ok(data.patch ? applyPagePatch(null, data.patch) : NO_PAGE)
          : fail('internal', data.message),
      );
    worker.onerror = (event) => finish(fail('internal', event.message || 'The text could not be rendered.'));
    const request: AnalysisRequest = {
      id: 1,
      text,
      withPage: true,
      knownPage: 0,
      settings: DEFAULT_CHECK_SETTINGS,
    };
    worker.postMessage(request);
  });
}
