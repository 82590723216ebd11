import { type RefObject, useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { type Anchor, lineAtTop, orderAnchors, topOfLine } from './scroll-map.ts';

/** Scrolls text and page together. The side under the pointer or with the focus leads, the other follows. */
export function useScrollSync(
  scroller: RefObject<HTMLElement | null>,
  page: RefObject<HTMLElement | null>,
  html: string | null,
): void {
  const { session } = useServices();
  const editor = useStore(session.editor, (port) => port);
  /** Measured heights, good until the page or its width changes. */
  const anchors = useRef<readonly Anchor[] | null>(null);
  const measuredHtml = useRef<string | null>(null);

  useEffect(() => {
    if (measuredHtml.current !== html) anchors.current = null;
    measuredHtml.current = html;
  }, [html]);

  useEffect(() => {
    if (!page.current) return;
    const observer = new ResizeObserver(() => {
      anchors.current = null;
    });
    observer.observe(page.current);
    return () => observer.disconnect();
  }, [page]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !editor) return;
    let pageLeads = false;
    const measured = (): readonly Anchor[] => {
      anchors.current ??= measureAnchors(element);
      return anchors.current;
    };
    const lead = (): void => {
      pageLeads = true;
    };
    const follow = (): void => {
      pageLeads = false;
    };
    const onPageScroll = (): void => {
      if (pageLeads) editor.scrollToLine(lineAtTop(measured(), element.scrollTop));
    };
    const onTextScroll = (): void => {
      if (!pageLeads) element.scrollTop = topOfLine(measured(), editor.topLine());
    };
    const stop = editor.onScroll(onTextScroll);
    onTextScroll();
    element.addEventListener('scroll', onPageScroll, { passive: true });
    element.addEventListener('pointerenter', lead);
    element.addEventListener('focusin', lead);
    element.addEventListener('pointerleave', follow);
    element.addEventListener('focusout', follow);
    return () => {
      stop();
      element.removeEventListener('scroll', onPageScroll);
      element.removeEventListener('pointerenter', lead);
      element.removeEventListener('focusin', lead);
      element.removeEventListener('pointerleave', follow);
      element.removeEventListener('focusout', follow);
    };
  }, [scroller, editor]);
}

function measureAnchors(scroller: HTMLElement): readonly Anchor[] {
  const offset = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const blocks = [...scroller.querySelectorAll<HTMLElement>('[data-line]')];
  return orderAnchors(
    blocks.map((block) => ({
      line: Number(block.dataset['line']),
      top: block.getBoundingClientRect().top - offset,
    })),
  );
}
