import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Segmented } from '../../components/segmented.tsx';
import type { PageBlock } from './page-blocks.ts';
import { PagesPreview } from './pages/pages-preview.tsx';
import { patchPage } from './patch-page.ts';
import './policy-page.css';
import './preview.css';
import { usePageLinks } from './use-page-links.ts';
import { useScrollSync } from './use-scroll-sync.ts';
import { useTextPlaces } from './use-text-places.ts';

const MODES = [
  { value: 'web', label: 'Web page' },
  { value: 'pages', label: 'Pages' },
] as const;

/** The policy as it will be published, as a web page or as the pages of its PDF, kept current while the text is written. */
export function Preview() {
  const { preferences, session } = useServices();
  const paged = useStore(preferences.store, (settings) => settings.view['previewPages'] === true);
  const policyId = useStore(session.store, (state) => (state.kind === 'open' ? state.document.policyId : 0));
  const [status, setStatus] = useState('');
  return (
    <section className="preview" aria-label="Preview">
      <div className="preview-bar">
        <Segmented
          label="Preview as"
          segments={MODES}
          value={paged ? 'pages' : 'web'}
          onChange={(mode) => preferences.remember('previewPages', mode === 'pages')}
        />
        <span role="status">{paged ? status : ''}</span>
      </div>
      {paged ? <PagesPreview key={policyId} onStatus={setStatus} /> : <WebPage />}
    </section>
  );
}

/** Text and page scroll together. */
function WebPage() {
  const { reading } = useServices();
  const latest = useStore(reading.store, (state) => state.analysis?.page ?? null);
  // Drawing the page never holds up a keystroke: React may put it off while typing goes on.
  const page = useDeferredValue(latest);
  const scroller = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLElement>(null);
  const shown = useRef<readonly PageBlock[]>([]);
  useEffect(() => {
    // What scrolls must be reachable by keyboard; engines before Chromium 130 do not see to that themselves.
    if (scroller.current) scroller.current.tabIndex = 0;
    reading.wantPage(true);
    return () => reading.wantPage(false);
  }, [reading]);

  useEffect(() => {
    if (!element.current || page === null) return;
    patchPage(element.current, shown.current, page.blocks);
    shown.current = page.blocks;
  }, [page]);

  useScrollSync(scroller, element, page);
  usePageLinks(element);
  useTextPlaces(element, page);

  return (
    <div ref={scroller} className="preview-scroll">
      {page?.blocks.length === 0 ? (
        <EmptyState title="Nothing to show yet">
          The page appears here as soon as something is written.
        </EmptyState>
      ) : null}
      <article ref={element} className="policy-page selectable" />
    </div>
  );
}
