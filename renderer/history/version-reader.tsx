import { ArrowLeft, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { Button, IconButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { formatDate } from '../components/format-date.ts';
import { Spinner } from '../components/progress.tsx';
import { patchPage } from '../editor/preview/patch-page.ts';
import { usePageLinks } from '../editor/preview/use-page-links.ts';
import '../editor/preview/policy-page.css';
import '../editor/preview/preview.css';
import { renderOnce } from '../editor/render-once.ts';
import { restoreVersion } from './version-menu.ts';

interface VersionReaderProps {
  readonly version: VersionSummary;
  readonly onBack: () => void;
}

/** A saved version as it read, not to be changed. */
export function VersionReader({ version, onBack }: VersionReaderProps) {
  const services = useServices();
  const { client } = services;
  const page = useRef<HTMLElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | Failure>('loading');

  useEffect(() => {
    let gone = false;
    setState('loading');
    const ref = { kind: 'version', versionId: version.id } as const;
    void client.request('text.load', { ref }).then(async (loaded) => {
      const rendered = loaded.ok ? await renderOnce(loaded.value.text) : loaded;
      if (gone) return;
      if (rendered.ok && page.current) patchPage(page.current, [], rendered.value);
      setState(rendered.ok ? 'ready' : rendered.error);
    });
    return () => {
      gone = true;
    };
  }, [client, version.id]);
  usePageLinks(page);

  return (
    <section className="preview" aria-label={`Version ${version.number}`}>
      <header className="reader-head">
        <IconButton icon={ArrowLeft} label="Back to the history" onPress={onBack} autoFocus />
        <h2>
          Version {version.number}
          {version.effectiveDate ? `, effective ${formatDate(version.effectiveDate)}` : ''}
        </h2>
        <Button icon={RotateCcw} onPress={() => void restoreVersion(version, services)}>
          Restore as new draft
        </Button>
      </header>
      {state === 'loading' ? <Spinner label="Opening the version…" /> : null}
      {typeof state === 'object' ? (
        <EmptyState tone="error" title="This version could not be opened">
          {state.message}
        </EmptyState>
      ) : null}
      <div className="preview-scroll" hidden={state !== 'ready'}>
        <article ref={page} className="policy-page selectable" />
      </div>
    </section>
  );
}
