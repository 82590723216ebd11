import { type RefObject, useEffect, useRef, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import type { EditorPort } from '../editor-port.ts';
import type { Page } from './page-blocks.ts';
import { heightOfLine, lineAtHeight, type PlacedPage } from './page-places.ts';

/** The page is lined up again after this pause in what changes it: while its text is written it stays where it is by itself. */
const SETTLED_MS = 300;

/** Lines of the text, with fractions, and heights on the page, each from the other, as they are at the moment. */
export interface ScrollPlaces {
  heightOfLine(line: number): number;
  lineAtHeight(height: number): number;
}

/** Scrolls text and web page together. */
export function useScrollSync(
  scroller: RefObject<HTMLElement | null>,
  element: RefObject<HTMLElement | null>,
  page: Page | null,
): void {
  const lines = useRef<Int32Array>(new Int32Array());
  const [placesIn] = useState(
    () =>
      (scrolled: HTMLElement, drawn: HTMLElement, editor: EditorPort): ScrollPlaces => {
        const offset = scrolled.getBoundingClientRect().top - scrolled.scrollTop;
        const placed: PlacedPage = {
          page: drawn,
          lines: lines.current,
          lineCount: editor.lineCount(),
          heightOf: (block) => block.getBoundingClientRect().top - offset,
          bottom: () => drawn.getBoundingClientRect().bottom - offset,
        };
        return {
          heightOfLine: (line) => heightOfLine(placed, line),
          lineAtHeight: (height) => lineAtHeight(placed, height),
        };
      },
  );
  useEffect(() => {
    if (page) lines.current = page.lines;
  }, [page]);
  useLinkedScrolling(scroller, element, placesIn, page);
}

/**
 * Scrolls text and what is drawn of it together. The side under the pointer or with the focus leads, the other follows. `placesIn` must stay
 * the same function; `drawn` is what has been drawn, null before.
 */
export function useLinkedScrolling(
  scroller: RefObject<HTMLElement | null>,
  element: RefObject<HTMLElement | null>,
  placesIn: (scroller: HTMLElement, element: HTMLElement, editor: EditorPort) => ScrollPlaces,
  drawn: unknown,
): void {
  const { session } = useServices();
  const editor = useStore(session.editor, (port) => port);
  const sync = useRef<ScrollSync | null>(null);

  useEffect(() => {
    const [scrolled, page] = [scroller.current, element.current];
    if (!scrolled || !page || !editor) return;
    const current = connectScrolling(scrolled, page, editor, () => placesIn(scrolled, page, editor));
    sync.current = current;
    return () => {
      sync.current = null;
      current.disconnect();
    };
  }, [scroller, element, editor, placesIn]);

  useEffect(() => {
    if (drawn !== null) sync.current?.pageChanged();
  }, [drawn]);
}

interface ScrollSync {
  /** The page has other content: follow the text if it leads, as soon as the page has settled. */
  pageChanged(): void;
  disconnect(): void;
}

function connectScrolling(
  scroller: HTMLElement,
  page: HTMLElement,
  editor: EditorPort,
  places: () => ScrollPlaces,
): ScrollSync {
  let pageLeads = false;
  let isFirst = true;
  const followText = (): void => {
    if (pageLeads) return;
    const { line, share } = editor.scrollPoint();
    // Beginnings meet although the page has a margin above its title.
    scroller.scrollTop = share === 0 ? 0 : places().heightOfLine(line) - share * scroller.clientHeight;
  };
  const followPage = (): void => {
    if (!pageLeads) return;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const share = room > 0 ? scroller.scrollTop / room : 0;
    const line = places().lineAtHeight(scroller.scrollTop + share * scroller.clientHeight);
    editor.scrollTo({ line, share });
  };
  let settled: ReturnType<typeof setTimeout> | undefined;
  const pageChanged = (): void => {
    clearTimeout(settled);
    settled = setTimeout(followText, isFirst ? 0 : SETTLED_MS);
    isFirst = false;
  };
  const lead = (): void => {
    pageLeads = true;
  };
  const follow = (): void => {
    pageLeads = false;
  };
  const observer = new ResizeObserver(pageChanged);
  observer.observe(page);
  const stopText = editor.onScroll(followText);
  scroller.addEventListener('scroll', followPage, { passive: true });
  for (const type of ['pointerenter', 'focusin']) scroller.addEventListener(type, lead);
  for (const type of ['pointerleave', 'focusout']) scroller.addEventListener(type, follow);
  return {
    pageChanged,
    disconnect() {
      clearTimeout(settled);
      observer.disconnect();
      stopText();
      scroller.removeEventListener('scroll', followPage);
      for (const type of ['pointerenter', 'focusin']) scroller.removeEventListener(type, lead);
      for (const type of ['pointerleave', 'focusout']) scroller.removeEventListener(type, follow);
    },
  };
}
