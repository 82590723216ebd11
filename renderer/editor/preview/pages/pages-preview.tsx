import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Spinner } from '../../../components/progress.tsx';
import './pages.css';
import type { PrintedPages } from './printed-pages.ts';
import { PrintedSheet } from './printed-sheet.tsx';
import { useExportedPdf } from './use-exported-pdf.ts';
import { useFollowedLinks } from './use-followed-links.ts';
import { usePagesScrolling } from './use-pages-scrolling.ts';
import { usePrintedPages } from './use-printed-pages.ts';

/** Pages are drawn anew when the width has been still for this long; until then their pictures stretch. */
const RESIZED_MS = 150;
/** CSS pixels of a point: paper is never shown larger than it is. */
const PIXELS_PER_POINT = 96 / 72;

interface PagesPreviewProps {
  /** Hears how many pages there are, or that they are on their way. */
  readonly onStatus: (status: string) => void;
}

/** The open policy as the pages of the very PDF that publishing would write. */
export function PagesPreview({ onStatus }: PagesPreviewProps) {
  const { bytes, busy, failure, retry } = useExportedPdf();
  const { pages, failed } = usePrintedPages(bytes);
  const message = failure?.message ?? (failed ? 'The PDF was made, but its pages could not be read.' : null);
  const status = statusOf(message === null ? pages : null, busy);
  useEffect(() => onStatus(status), [onStatus, status]);
  if (message !== null) {
    return (
      <EmptyState
        tone="error"
        title="The pages cannot be shown"
        actions={<Button onPress={retry}>Try again</Button>}
      >
        {message}
      </EmptyState>
    );
  }
  if (pages) return <Sheets pages={pages} />;
  return (
    <div className="printed-wait">
      <Spinner label="Laying out the pages…" />
    </div>
  );
}

function statusOf(pages: PrintedPages | null, busy: boolean): string {
  if (!pages) return '';
  if (busy) return 'Updating…';
  return pages.count === 1 ? '1 page' : `${pages.count} pages`;
}

function Sheets({ pages }: { readonly pages: PrintedPages }) {
  const scroller = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const width = useSettledWidth(column);
  const follow = useFollowedLinks(column, pages);
  usePagesScrolling(scroller, column, pages, width);
  useEffect(() => {
    // What scrolls must be reachable by keyboard; engines before Chromium 130 do not see to that themselves.
    if (scroller.current) scroller.current.tabIndex = 0;
  }, []);
  return (
    <div ref={scroller} className="preview-scroll">
      <div ref={column} className="printed-pages" style={{ maxWidth: pages.width * PIXELS_PER_POINT }}>
        {Array.from({ length: pages.count }, (_, index) => index + 1).map((number) => (
          <PrintedSheet key={number} pages={pages} number={number} width={width} follow={follow} />
        ))}
      </div>
    </div>
  );
}

function useSettledWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.floor(entry?.contentRect.width ?? 0);
      clearTimeout(timer);
      // A hidden view has no width; what it was before still holds.
      if (next > 0) timer = setTimeout(() => setWidth(next), RESIZED_MS);
    });
    observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return width;
}
