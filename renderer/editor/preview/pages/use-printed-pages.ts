import { useEffect, useState } from 'react';
import type { PrintedPages } from './printed-pages.ts';

/** What has become of opening a PDF. */
export interface OpenedPages {
  readonly pages: PrintedPages | null;
  readonly failed: boolean;
}

/** The pages of a PDF; those of the one before stay until the new ones are open. */
export function usePrintedPages(bytes: Uint8Array | null): OpenedPages {
  const [opened, setOpened] = useState<OpenedPages>({ pages: null, failed: false });
  useEffect(() => {
    if (!bytes) return;
    let wanted = true;
    import('./printed-pages.ts')
      .then(({ openPrintedPages }) => openPrintedPages(bytes))
      .then(
        (pages) => (wanted ? setOpened({ pages, failed: false }) : pages.close()),
        () => wanted && setOpened({ pages: null, failed: true }),
      );
    return () => {
      wanted = false;
    };
  }, [bytes]);
  useEffect(() => () => opened.pages?.close(), [opened]);
  return opened;
}
