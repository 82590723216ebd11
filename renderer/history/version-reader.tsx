import { ArrowLeft, ChevronLeft, ChevronRight, RotateCcw, Waypoints } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Failure } from '../../shared/model/result.ts';
import { indexLines, type TextRange } from '../../shared/model/text.ts';
import { useServices } from '../app/services.ts';
import { Button, IconButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { formatDate } from '../components/format-date.ts';
import { type OpenMenu, PopupMenu } from '../components/popup-menu.tsx';
import { Spinner } from '../components/progress.tsx';
import { patchPage } from '../editor/preview/patch-page.ts';
import { usePageLinks } from '../editor/preview/use-page-links.ts';
import '../editor/preview/policy-page.css';
import '../editor/preview/preview.css';
import { renderOnce } from '../editor/render-once.ts';
import { numberLines, passageInSource, selectedBlocks } from './selected-passage.ts';
import { useStepKeys } from './step-keys.ts';
import { restoreVersion } from './version-menu.ts';
import './version-reader.css';

interface VersionReaderProps {
  readonly version: VersionSummary;
  /** What to show of it; half-open UTF-16 offsets. */
  readonly passage: TextRange | null;
  /** The neighbours in time. */
  readonly older: VersionSummary | null;
  readonly newer: VersionSummary | null;
  readonly onBack: () => void;
}

type ReaderState = { readonly text: string } | 'loading' | Failure;

/** A saved version as it read, not to be changed. */
export function VersionReader({ version, passage, older, newer, onBack }: VersionReaderProps) {
  const services = useServices();
  const { client, lifelines, navigator } = services;
  useStepKeys((by) => {
    const next = by < 0 ? older : newer;
    if (next) navigator.read(next.id);
  });
  const page = useRef<HTMLElement>(null);
  const [state, setState] = useState<ReaderState>('loading');
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const text = typeof state === 'object' && 'text' in state ? state.text : null;

  useEffect(() => {
    let gone = false;
    setState('loading');
    const ref = { kind: 'version', versionId: version.id } as const;
    void client.request('text.load', { ref }).then(async (loaded) => {
      const rendered = loaded.ok ? await renderOnce(loaded.value.text) : loaded;
      if (gone) return;
      if (rendered.ok && page.current) {
        page.current.replaceChildren();
        patchPage(page.current, [], rendered.value.blocks);
        numberLines(page.current, rendered.value.lines);
      }
      setState(
        loaded.ok && rendered.ok ? { text: loaded.value.text } : rendered.ok ? 'loading' : rendered.error,
      );
    });
    return () => {
      gone = true;
    };
  }, [client, version.id]);

  useEffect(() => {
    if (text === null || !page.current) return;
    return markPassage(page.current, text, passage);
  }, [text, passage]);

  useEffect(() => {
    lifelines.reader.set(() => {
      const blocks = page.current && selectedBlocks(page.current);
      const found = blocks && text !== null ? passageInSource(text, blocks) : null;
      if (!found || text === null) return null;
      const { policyId, id } = version;
      return { policyId, versionId: id, ...found, text: text.slice(found.from, found.to) };
    });
    return () => lifelines.reader.set(null);
  }, [lifelines, text, version]);
  usePageLinks(page);
  useSelectionMenu(page, setMenu);

  return (
    <section className="preview" aria-label={`Version ${version.number}`}>
      <header className="reader-head">
        <IconButton icon={ArrowLeft} label="Back to the history" onPress={onBack} autoFocus />
        <h2>
          Version {version.number}
          {version.effectiveDate ? `, effective ${formatDate(version.effectiveDate)}` : ''}
        </h2>
        <IconButton
          icon={ChevronLeft}
          label={older ? `Read version ${older.number}, the one before` : 'This is the first version'}
          shortcut="Alt+←"
          isDisabled={!older}
          onPress={() => older && navigator.read(older.id)}
        />
        <IconButton
          icon={ChevronRight}
          label={newer ? `Read version ${newer.number}, the next one` : 'This is the last version'}
          shortcut="Alt+→"
          isDisabled={!newer}
          onPress={() => newer && navigator.read(newer.id)}
        />
        <IconButton
          icon={Waypoints}
          label="Trace this passage"
          shortcut="Ctrl+Shift+Y"
          onPress={lifelines.traceSelection}
        />
        <Button icon={RotateCcw} onPress={() => void restoreVersion(version, services)}>
          Restore as new draft
        </Button>
      </header>
      {state === 'loading' ? <Spinner label="Opening the version…" /> : null}
      {typeof state === 'object' && 'code' in state ? (
        <EmptyState tone="error" title="This version could not be opened">
          {state.message}
        </EmptyState>
      ) : null}
      <div className="preview-scroll" hidden={text === null}>
        <article ref={page} className="policy-page selectable" />
      </div>
      {menu ? (
        <PopupMenu
          label="Selected words"
          at={menu}
          entries={[
            {
              id: 'trace',
              label: 'Trace this passage',
              icon: Waypoints,
              shortcut: 'Ctrl+Shift+Y',
              run: lifelines.traceSelection,
            },
          ]}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </section>
  );
}

/** Offers a menu on words that are selected on the page; everywhere else the system's own stays. */
function useSelectionMenu(page: RefObject<HTMLElement | null>, open: (at: OpenMenu) => void): void {
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    const onMenu = (event: MouseEvent): void => {
      if (!selectedBlocks(element)) return;
      event.preventDefault();
      open({ x: event.clientX, y: event.clientY });
    };
    element.addEventListener('contextmenu', onMenu);
    return () => element.removeEventListener('contextmenu', onMenu);
  }, [page, open]);
}

/** Marks the blocks that hold a passage and brings the first into view; gives back how to take the marks away. */
function markPassage(page: HTMLElement, text: string, passage: TextRange | null): (() => void) | undefined {
  if (!passage) return;
  const lines = indexLines(text);
  const [first, last] = [lines.lineAt(passage.from), lines.lineAt(Math.max(passage.from, passage.to - 1))];
  const blocks = [...page.querySelectorAll<HTMLElement>('[data-line]')];
  const starts = blocks.map((block) => Number(block.dataset['line']));
  const begin = Math.max(...starts.filter((line) => line <= first), 1);
  const inside = blocks.filter((block, index) => {
    const line = starts[index] ?? 0;
    return line >= begin && line <= last && block.querySelector('[data-line]') === null;
  });
  for (const block of inside) block.classList.add('reader-passage');
  inside[0]?.scrollIntoView({ block: 'center' });
  return () => {
    for (const block of inside) block.classList.remove('reader-passage');
  };
}
