import { expect, it } from 'vitest';
import {
  type AnalysisAnswer,
  type AnalysisRequest,
  createAnalyser,
} from '../../../renderer/editor/text-analysis.ts';
import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

function setup() {
  const sent: AnalysisRequest[] = [];
  const read: string[] = [];
  const failures: string[] = [];
  let answer = (_: AnalysisAnswer): void => undefined;
  const analyser = createAnalyser({
    port: {
      send: (request) => sent.push(request),
      listen: (listener) => {
        answer = listener;
      },
    },
    onAnalysis: (analysis) => read.push(analysis.text),
    onFailure: (message) => failures.push(message),
  });
  const finish = (request: AnalysisRequest | undefined): void => {
    const document = parseDocument(request?.text ?? '');
    const inspection = inspect(document);
    answer({
      id: request?.id ?? 0,
      ok: true,
      inspection,
      report: check(document, inspection),
      vendorForms: [],
      practiceFields: [],
      notes: [],
      patch: null,
    });
  };
  return { analyser, sent, read, failures, finish, answer: (data: AnalysisAnswer) => answer(data) };
}

it('reads one text at a time, and of those that wait only the newest', () => {
  const { analyser, sent, read, finish } = setup();
  for (const text of ['one', 'two', 'three']) analyser.read(text, false);
  expect(sent.map((request) => request.text)).toEqual(['one']);
  finish(sent[0]);
  finish(sent[1]);
  expect(sent.map((request) => request.text)).toEqual(['one', 'three']);
  expect(read).toEqual(['one', 'three']);
});

it('says a failure and goes on with the next text', () => {
  const { analyser, sent, read, failures, finish, answer } = setup();
  analyser.read('one', false);
  answer({ id: 1, ok: false, message: 'broken' });
  analyser.read('two', false);
  finish(sent[1]);
  expect(failures).toEqual(['broken']);
  expect(read).toEqual(['two']);
});
