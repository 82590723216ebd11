import { type RefObject, useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import type { EditorPort } from '../editor-port.ts';
import type { Page } from './page-blocks.ts';
import { heightOfLine, lineAtHeight, type PlacedPage } from './page-places.ts';

/** The page is lined up again after this pause in what changes it: while its text is written it stays where it is by itself. */
const SETTLED_MS = 300;

/** Scrolls text and page together. The side under the pointer or with the focus leads, the other follows. */
export function useScrollSync(
  scroller: RefObject<HTMLElement | null>,
  element: RefObject<HTMLElement | null>,
  page: Page | null,
): void {
  const { session } = useServices();
  const editor = useStore(session.editor, (port) => port);
  const sync = useRef<ScrollSync | null>(null);
  const lines = useRef<Int32Array>(new Int32Array());

  useEffect(() => {
    if (!scroller.current || !element.current || !editor) return;
    const current = connectScrolling(scroller.current, element.current, editor, () => lines.current);
    sync.current = current;
    return () => {
      sync.current = null;
      current.disconnect();
    };
  }, [scroller, element, editor]);

  useEffect(() => {
    if (page === null) return;
    lines.current = page.lines;
    sync.current?.pageChanged();
  }, [page]);
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
  lines: () => Int32Array,
): ScrollSync {
  let pageLeads = false;
  let isFirst = true;
  const placed = (): PlacedPage => {
    const offset = scroller.getBoundingClientRect().top - scroller.scrollTop;
    return {
      page,
      lines: lines(),
      lineCount: editor.lineCount(),
      heightOf: (element) => element.getBoundingClientRect().top - offset,
      bottom: () => page.getBoundingClientRect().bottom - offset,
    };
  };
  const followText = (): void => {
    if (pageLeads) return;
    const { line, share } = editor.scrollPoint();
    // Beginnings meet although the page has a margin above its title.
    scroller.scrollTop = share === 0 ? 0 : heightOfLine(placed(), line) - share * scroller.clientHeight;
  };
  const followPage = (): void => {
    if (!pageLeads) return;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const share = room > 0 ? scroller.scrollTop / room : 0;
    const line = lineAtHeight(placed(), scroller.scrollTop + share * scroller.clientHeight);
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
