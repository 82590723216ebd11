import { useEffect, useRef } from 'react';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import type { OpenDocument } from './document-session.ts';
import { editorFont } from './editor-font.ts';
import { applyFindings } from './editor-markers.ts';
import { registerLanguageFeatures } from './language-features.ts';
import { type MountedEditor, mountEditor } from './mount-editor.ts';
import { namedThingAt } from './named-thing.ts';
import './policy-editor.css';
import { applySpelling, registerSpellingFixes } from './spelling/spelling-marks.ts';

interface PolicyEditorProps {
  readonly document: OpenDocument;
  /** The theme in force, not the setting. */
  readonly dark: boolean;
}

/** Longer than the time between two readings while typing goes on, so that it ends only in a pause. */
const MARKS_PAUSE_MS = 450;

/** The text editor: the one component that knows Monaco. It stays mounted while other views are shown, so undo and scroll stay. */
export function PolicyEditor({ document, dark }: PolicyEditorProps) {
  const { session, reading, preferences, caret, navigator, lifelines, ages, spelling, client, notices } =
    useServices();
  const host = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedEditor | null>(null);
  const analysis = useStore(reading.store, (state) => state.analysis);
  const fontSize = useStore(preferences.store, (settings) => settings.editorFontSize);
  const font = useStore(preferences.store, (settings) => String(settings.view['editorFont'] ?? ''));
  const shownAges = useStore(ages.store, (current) => current);
  const spelled = useStore(spelling.store, (state) => state);
  const lineNumbers = useStore(preferences.store, (settings) => settings.view['lineNumbers'] !== false);

  useEffect(() => {
    if (!host.current) return;
    const editor = mountEditor(host.current, {
      onChange: session.touched,
      onCaret: caret.set,
      onMenu: ({ offset, ...place }) => {
        const analysis = reading.store.get().analysis;
        const isCurrent = analysis?.text === session.text();
        const named = isCurrent && analysis ? (namedThingAt(analysis, offset)?.kind ?? null) : null;
        void client.request('menu.text', { ...place, named });
      },
      onPalette: () => navigator.open({ kind: 'palette' }),
      onTrace: lifelines.traceSelection,
      convert: (html) => client.request('text.fromHtml', { html }),
      say: navigator.announce,
    });
    const features = registerLanguageFeatures(
      () => reading.store.get().analysis,
      async () => {
        const answer = await client.request('clause.list', {});
        return answer.ok ? answer.value : [];
      },
      (text) => notices.add({ tone: 'success', text }),
    );
    const fixes = registerSpellingFixes(spelling);
    mounted.current = editor;
    session.editor.set(editor.port);
    return () => {
      session.editor.set(null);
      mounted.current = null;
      features.dispose();
      fixes.dispose();
      editor.dispose();
    };
  }, [session, reading, caret, navigator, lifelines, spelling, client, notices]);

  useEffect(() => {
    mounted.current?.show(document);
  }, [document]);

  useEffect(() => {
    mounted.current?.setTheme(dark);
  }, [dark]);

  useEffect(() => {
    mounted.current?.setFont(editorFont(font), fontSize, lineNumbers);
  }, [font, fontSize, lineNumbers]);

  useEffect(() => {
    mounted.current?.setAges(shownAges && shownAges.policyId === document.policyId ? shownAges.marks : null);
  }, [shownAges, document.policyId]);

  useEffect(() => {
    if (!analysis) return;
    // Marks move with the text by themselves; new ones are set in a pause, because replacing hundreds of them is felt.
    const timer = setTimeout(() => {
      const model = mounted.current?.model();
      if (model) applyFindings(model, analysis);
      mounted.current?.setNotes(analysis.notes, analysis.text.length);
    }, MARKS_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [analysis]);

  useEffect(() => {
    const model = mounted.current?.model();
    if (model) applySpelling(model, spelled);
  }, [spelled]);

  return <div ref={host} className="policy-editor" />;
}
