import { useEffect, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { layoutOf, sizesOf } from '../app/panel-layout.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import type { OpenDocument } from './document-session.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { Preview } from './preview/preview.tsx';
import './text-view.css';

interface TextViewProps {
  readonly document: OpenDocument;
  readonly dark: boolean;
  readonly preview: boolean;
}

/** Below this width text and preview are too narrow side by side, and the preview stands alone. */
const SPLIT_WIDTH = 620;
const PANELS = ['text', 'page'];

/** The text, and beside it or instead of it the rendered page. */
export function TextView({ document, dark, preview }: TextViewProps) {
  const { preferences } = useServices();
  const alone = useStore(preferences.store, (settings) => settings.view['previewAlone'] === true);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const narrow = useNarrow(host);
  const hidesText = preview && (alone || narrow);
  const saved = layoutOf(PANELS, preferences.store.get().layout['text-page']);

  return (
    <div className="text-view" data-page-only={hidesText || undefined} ref={setHost}>
      <Group
        className="text-split"
        orientation="horizontal"
        {...(saved && preview ? { defaultLayout: saved } : {})}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction && preview) preferences.rememberLayout('text-page', sizesOf(PANELS, layout));
        }}
      >
        <Panel id="text" minSize={260}>
          <div className="text-pane" inert={hidesText}>
            <Breadcrumbs />
            <PolicyEditor document={document} dark={dark} />
          </div>
        </Panel>
        {preview ? (
          <>
            <Separator className="separator" id="page-edge" aria-label="Width of the preview" />
            <Panel id="page" defaultSize="50%" minSize={260}>
              <Preview />
            </Panel>
          </>
        ) : null}
      </Group>
    </div>
  );
}

function useNarrow(host: HTMLElement | null): boolean {
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    if (!host) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      // A hidden view has no width; what it was before still holds.
      if (width > 0) setNarrow(width < SPLIT_WIDTH);
    });
    observer.observe(host);
    return () => observer.disconnect();
  }, [host]);
  return narrow;
}
