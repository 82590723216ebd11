import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PrintedTarget } from './printed-links.ts';
import type { PrintedPages } from './printed-pages.ts';

interface PrintedSheetProps {
  readonly pages: PrintedPages;
  /** 1-based. */
  readonly number: number;
  /** In CSS pixels; 0 while it is not known. */
  readonly width: number;
  /** Hears which link was chosen; must stay the same function. */
  readonly follow: (target: PrintedTarget) => void;
}

/** Pages this near to what is seen, in heights of the window, are drawn ahead. */
const NEAR = '100% 0px';

/** One page of the PDF, drawn while it is near what is seen, under its number. */
export function PrintedSheet({ pages, number, width, follow }: PrintedSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const near = useNear(sheet);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const element = sheet.current;
    if (!element || width === 0) return;
    if (!near) {
      element.replaceChildren(); // long policies have more pages than the memory should hold pictures of
      return;
    }
    const stop = new AbortController();
    pages.draw(number, width, stop.signal, follow).then(
      (drawn) => {
        // What was drawn before stays until now, so that typing does not make the page flicker.
        if (drawn && !stop.signal.aborted) element.replaceChildren(...drawn);
        if (drawn) setFailed(false);
      },
      () => {
        if (!stop.signal.aborted) setFailed(true);
      },
    );
    return () => stop.abort();
  }, [pages, number, width, near, follow]);

  const name = `Page ${number} of ${pages.count}`;
  return (
    <figure className="printed-page" aria-label={name}>
      <div
        ref={sheet}
        className="printed-sheet"
        style={{ aspectRatio: `${pages.width} / ${pages.height}` }}
      />
      <figcaption>{failed ? `${name} could not be drawn.` : name}</figcaption>
    </figure>
  );
}

function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: element.current.closest('.preview-scroll'),
      rootMargin: NEAR,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
