import { type RefObject, useEffect, useRef, useState } from 'react';
import { useServices } from '../../../app/services.ts';
import type { PrintedTarget } from './printed-links.ts';
import type { PrintedPages } from './printed-pages.ts';
import { placeOnColumn } from './use-pages-scrolling.ts';

/** Follows links on printed pages: inside the document by scrolling, all others ask before they open outside the window. */
export function useFollowedLinks(
  column: RefObject<HTMLElement | null>,
  pages: PrintedPages,
): (target: PrintedTarget) => void {
  const { client, notices } = useServices();
  const current = useRef(pages);
  useEffect(() => {
    current.current = pages;
  }, [pages]);
  const [follow] = useState(() => (target: PrintedTarget): void => {
    if (target.kind === 'inside')
      void current.current.placeOf(target.destination).then((place) => {
        const scroller = column.current?.closest('.preview-scroll');
        if (!place || !column.current || !scroller) return;
        scroller.scrollTop = placeOnColumn(scroller, column.current, place);
      });
    else
      void client.request('link.open', { url: target.url }).then((answer) => {
        if (!answer.ok) notices.addFailure(answer.error);
      });
  });
  return follow;
}
