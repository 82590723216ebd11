import { useEffect, useState } from 'react';
import type { TextReference } from '../../../../shared/ipc/schemas.ts';
import type { Failure } from '../../../../shared/model/result.ts';
import { useServices } from '../../../app/services.ts';
import { useEngineJob } from '../../../app/use-engine-job.ts';

/** Printing takes a second or two, so it waits for a longer pause than the other readings of the text. */
const SETTLED_MS = 700;

/** The PDF that publishing would write now. `bytes` are the last ones printed while `busy`. */
export interface ExportedPdf {
  readonly bytes: Uint8Array | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

interface Question {
  readonly ref: TextReference | null;
  readonly round: number;
}

/** Has the open text printed as publishing would print it, again whenever it or the library settles; a newer text stops the older. */
export function useExportedPdf(): ExportedPdf {
  const { client, publisher, reading } = useServices();
  const [question, setQuestion] = useState<Question>({ ref: null, round: 0 });
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [ask] = useState(
    () => () => setQuestion(({ round }) => ({ ref: publisher.openText(), round: round + 1 })),
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(ask, SETTLED_MS);
    };
    ask();
    const stops = [reading.store.subscribe(askSoon), client.on('library.changed', askSoon)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [ask, client, reading]);

  const { ref, round } = question;
  const { job } = useEngineJob('publish.pdf', ref && { ref }, round);
  useEffect(() => {
    if (job.state === 'ready') setBytes(job.value);
  }, [job]);
  return {
    bytes,
    busy: job.state === 'running',
    failure: job.state === 'failed' ? job.failure : null,
    retry: ask,
  };
}
