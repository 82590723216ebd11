import { type RefObject, useEffect } from 'react';
import { useServices } from '../../app/services.ts';

/** Links inside the document scroll; all others ask before they open outside the window. */
export function usePageLinks(page: RefObject<HTMLElement | null>): void {
  const { client, notices } = useServices();
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link) return;
      event.preventDefault();
      const href = link.getAttribute('href') ?? '';
      if (href.startsWith('#')) scrollToFragment(element, href.slice(1));
      else
        void client.request('link.open', { url: href }).then((answer) => {
          if (!answer.ok) notices.addFailure(answer.error);
        });
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [page, client, notices]);
}

function scrollToFragment(page: HTMLElement, fragment: string): void {
  const wanted = [fragment, decodeFragment(fragment)];
  const target = [...page.querySelectorAll('[id]')].find((element) => wanted.includes(element.id));
  target?.scrollIntoView({ block: 'start' });
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // not an encoding: taken as written
  }
}
