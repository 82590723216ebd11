import { Columns2, Square } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { patchPage } from './patch-page.ts';
import './policy-page.css';
import './preview.css';
import { usePageLinks } from './use-page-links.ts';
import { useScrollSync } from './use-scroll-sync.ts';

const ARRANGEMENTS = [
  { value: 'beside', label: 'Beside the text', icon: Columns2 },
  { value: 'alone', label: 'Page only', icon: Square },
] as const;

interface PreviewProps {
  /** False where there is no room for text and page side by side. */
  readonly splitPossible: boolean;
}

/** The policy as it will be published, kept current while the text is written; both scroll together. */
export function Preview({ splitPossible }: PreviewProps) {
  const { reading, preferences } = useServices();
  const html = useStore(reading.store, (state) => state.analysis?.html ?? null);
  const alone = useStore(preferences.store, (settings) => settings.view['previewAlone'] === true);
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
      {splitPossible ? (
        <div className="preview-bar">
          <Segmented
            label="Arrangement"
            segments={ARRANGEMENTS}
            value={alone ? 'alone' : 'beside'}
            onChange={(value) => preferences.remember('previewAlone', value === 'alone')}
          />
        </div>
      ) : null}
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
