import type { SpellingPort } from './spelling.ts';
import SpellingWorker from './spelling.worker.ts?worker';
import type { SpellingAnswer } from './spelling-messages.ts';

/** Starts the worker that looks up words. */
export function openSpellingWorker(): SpellingPort {
  const worker = new SpellingWorker();
  return {
    send: (request) => worker.postMessage(request),
    listen(listener) {
      worker.onmessage = ({ data }: MessageEvent<SpellingAnswer>) => listener(data);
    },
  };
}
