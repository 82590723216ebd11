import { type RefObject, useEffect, useRef, useState } from 'react';
import { useServices } from '../../../app/services.ts';
import type { EditorPort } from '../../editor-port.ts';
import { type ScrollPlaces, useLinkedScrolling } from '../use-scroll-sync.ts';
import { printedLines } from './printed-lines.ts';
import type { PrintedPages } from './printed-pages.ts';
import type { PrintedPlace } from './printed-places.ts';

/** Scrolls the text and its printed pages together. */
export function usePagesScrolling(
  scroller: RefObject<HTMLElement | null>,
  column: RefObject<HTMLElement | null>,
  pages: PrintedPages,
  width: number,
): void {
  const { reading } = useServices();
  const current = useRef(pages);
  useEffect(() => {
    current.current = pages;
  }, [pages]);
  const [placesIn] = useState(
    () =>
      (scrolled: HTMLElement, drawn: HTMLElement, editor: EditorPort): ScrollPlaces => {
        const { headings, count } = current.current;
        const sections = reading.store.get().analysis?.inspection.sections ?? [];
        const bottom = placeOnColumn(scrolled, drawn, { page: count, share: 1 });
        return printedLines(
          editor.text(),
          sections,
          headings,
          (place) => placeOnColumn(scrolled, drawn, place),
          bottom,
        );
      },
  );
  useLinkedScrolling(scroller, column, placesIn, width > 0 ? pages : null);
}

/** How far a place of the file is down the scrolled column, in CSS pixels. */
export function placeOnColumn(scroller: Element, column: Element, { page, share }: PrintedPlace): number {
  const sheet = column.children[page - 1]?.querySelector('.printed-sheet');
  if (!sheet) return 0;
  const { top, height } = sheet.getBoundingClientRect();
  return top + share * height - scroller.getBoundingClientRect().top + scroller.scrollTop;
}
