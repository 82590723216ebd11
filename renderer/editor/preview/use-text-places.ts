import { type RefObject, useEffect } from 'react';
import { useServices } from '../../app/services.ts';
import type { Page } from './page-blocks.ts';
import { blockOfLine, lineOfElement } from './page-places.ts';

/** The block of the page that the caret is in is marked, and a double click on the page goes to its place in the text. */
export function useTextPlaces(element: RefObject<HTMLElement | null>, page: Page | null): void {
  const { caret, session, navigator } = useServices();
  useEffect(() => {
    const shown = element.current;
    if (!shown || !page) return;
    let marked: Element | null = null;
    const mark = (): void => {
      const block = shown.children[blockOfLine(page.lines, caret.get().line)] ?? null;
      if (block === marked) return;
      marked?.removeAttribute('data-caret');
      block?.setAttribute('data-caret', '');
      marked = block;
    };
    const goToText = ({ target }: MouseEvent): void => {
      const line = target instanceof Element ? lineOfElement(shown, page.lines, target) : null;
      const editor = session.editor.get();
      if (line === null || !editor) return;
      const reveal = (): void => editor.revealLine(line);
      if (textIsShown()) {
        reveal();
        return;
      }
      navigator.show('editor');
      requestAnimationFrame(() => requestAnimationFrame(reveal)); // it is laid out by then
    };
    mark();
    const stop = caret.subscribe(mark);
    shown.addEventListener('dblclick', goToText);
    return () => {
      stop();
      marked?.removeAttribute('data-caret');
      shown.removeEventListener('dblclick', goToText);
    };
  }, [element, page, caret, session, navigator]);
}

/** The page stands alone where somebody wanted it so, and in a narrow window. */
function textIsShown(): boolean {
  return document.querySelector('.policy-editor')?.closest('[inert]') === null;
}
