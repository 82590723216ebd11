import { unpackView } from '../../shared/compare/packed-view.ts';
import { tellAccounting } from './accounting-check.ts';

/** Checks a comparison as the window got it, off the thread that draws it: one packed view in, one verdict out. */
self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(tellAccounting(unpackView(data)));
};
