import { type RefObject, useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import type { EditorPort } from '../editor-port.ts';
import { type Anchor, lineAtTop, orderAnchors, topOfLine } from './scroll-map.ts';

/** Scrolls text and page together. The side under the pointer or with the focus leads, the other follows. */
export function useScrollSync(
  scroller: RefObject<HTMLElement | null>,
  page: RefObject<HTMLElement | null>,
  html: string | null,
): void {
  const { session } = useServices();
  const editor = useStore(session.editor, (port) => port);
  const sync = useRef<ScrollSync | null>(null);

  useEffect(() => {
    if (!scroller.current || !page.current || !editor) return;
    const current = connectScrolling(scroller.current, page.current, editor);
    sync.current = current;
    return () => {
      sync.current = null;
      current.disconnect();
    };
  }, [scroller, page, editor]);

  useEffect(() => {
    if (html !== null) sync.current?.pageChanged();
  }, [html]);
}

interface ScrollSync {
  /** The page has other content: measure again, and follow the text if it leads. */
  pageChanged(): void;
  disconnect(): void;
}

function connectScrolling(scroller: HTMLElement, page: HTMLElement, editor: EditorPort): ScrollSync {
  let pageLeads = false;
  let anchors: readonly Anchor[] | null = null;
  const measured = (): readonly Anchor[] => {
    anchors ??= measureAnchors(scroller, page, editor.lineCount());
    return anchors;
  };
  const followText = (): void => {
    if (pageLeads) return;
    const { line, share } = editor.scrollPoint();
    // Beginnings meet although the page has a margin above its title.
    scroller.scrollTop = share === 0 ? 0 : topOfLine(measured(), line) - share * scroller.clientHeight;
  };
  const followPage = (): void => {
    if (!pageLeads) return;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const share = room > 0 ? scroller.scrollTop / room : 0;
    const line = lineAtTop(measured(), scroller.scrollTop + share * scroller.clientHeight);
    editor.scrollTo({ line, share });
  };
  const pageChanged = (): void => {
    anchors = null;
    followText();
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
      observer.disconnect();
      stopText();
      scroller.removeEventListener('scroll', followPage);
      for (const type of ['pointerenter', 'focusin']) scroller.removeEventListener(type, lead);
      for (const type of ['pointerleave', 'focusout']) scroller.removeEventListener(type, follow);
    },
  };
}

/** Heights of all blocks that know their line, from the beginning of the page to its end. */
function measureAnchors(scroller: HTMLElement, page: HTMLElement, lines: number): readonly Anchor[] {
  const offset = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const blocks = [...page.querySelectorAll<HTMLElement>('[data-line]')];
  const placed = blocks.map((block) => ({
    line: Number(block.dataset['line']),
    top: block.getBoundingClientRect().top - offset,
  }));
  return orderAnchors([...placed, { line: lines + 1, top: page.getBoundingClientRect().bottom - offset }]);
}
