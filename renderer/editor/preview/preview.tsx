import { useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { patchPage } from './patch-page.ts';
import './policy-page.css';
import './preview.css';
import { usePageLinks } from './use-page-links.ts';
import { useScrollSync } from './use-scroll-sync.ts';

/** The policy as it will be published, kept current while the text is written; both scroll together. */
export function Preview() {
  const { reading } = useServices();
  const html = useStore(reading.store, (state) => state.analysis?.html ?? null);
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLElement>(null);
  const keys = useRef<readonly string[]>([]);
  useEffect(() => {
    // What scrolls must be reachable by keyboard; engines before Chromium 130 do not see to that themselves.
    if (scroller.current) scroller.current.tabIndex = 0;
    reading.wantHtml(true);
    return () => reading.wantHtml(false);
  }, [reading]);

  useEffect(() => {
    if (page.current && html !== null) keys.current = patchPage(page.current, keys.current, html);
  }, [html]);

  useScrollSync(scroller, page, html);
  usePageLinks(page);

  return (
    <section className="preview" aria-label="Preview">
      <div ref={scroller} className="preview-scroll">
        {html === '' ? (
          <EmptyState title="Nothing to show yet">
            The page appears here as soon as something is written.
          </EmptyState>
        ) : null}
        <article ref={page} className="policy-page selectable" />
      </div>
    </section>
  );
}
