import { fail, ok, type Result } from '../../shared/model/result.ts';
import { type AnalysisAnswer, type AnalysisRequest, DEFAULT_CHECK_SETTINGS } from './text-analysis.ts';
import AnalysisWorker from './text-analysis.worker.ts?worker';

/** Renders one text off the typing thread, in a worker of its own that goes when it is done. */
export function renderOnce(text: string): Promise<Result<string>> {
  return new Promise((resolve) => {
    const worker = new AnalysisWorker();
    const finish = (result: Result<string>): void => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<AnalysisAnswer>) =>
      finish(data.ok ? ok(data.html ?? '') : fail('internal', data.message));
    worker.onerror = (event) => finish(fail('internal', event.message || 'The text could not be rendered.'));
    const request: AnalysisRequest = { id: 1, text, withHtml: true, settings: DEFAULT_CHECK_SETTINGS };
    worker.postMessage(request);
  });
}
