import 'monaco-editor/features/diffEditor/register';
import { type ReactNode, useEffect, useRef } from 'react';
import { monaco } from '../editor/monaco.ts';
import { buildEditorTheme } from '../editor/monaco-theme.ts';
import { POLICY_LANGUAGE, registerPolicyLanguage } from '../editor/policy-language.ts';

/** Past this, Monaco shows one large difference instead of thinking on; two long policies would take it minutes. */
const MAX_COMPUTATION_MS = 5000;

/** Monaco's diff editor over both texts, read-only. */
export function RawDiffEditor({ a, b }: { readonly a: string; readonly b: string }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? mountDiff(host.current, a, b) : undefined), [a, b]);
  return <div ref={host} className="cmp-raw" />;
}

function mountDiff(host: HTMLElement, a: string, b: string): () => void {
  registerPolicyLanguage();
  dressMonaco();
  const original = monaco.editor.createModel(a, POLICY_LANGUAGE);
  const modified = monaco.editor.createModel(b, POLICY_LANGUAGE);
  const editor = monaco.editor.createDiffEditor(host, {
    automaticLayout: true,
    originalAriaLabel: 'Markdown of the old text',
    modifiedAriaLabel: 'Markdown of the new text',
    readOnly: true,
    originalEditable: false,
    wordWrap: 'on',
    diffWordWrap: 'on',
    maxComputationTime: MAX_COMPUTATION_MS,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    unicodeHighlight: { ambiguousCharacters: false },
  });
  editor.setModel({ original, modified });
  const themes = new MutationObserver(dressMonaco);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    themes.disconnect();
    editor.dispose();
    original.dispose();
    modified.dispose();
  };
}

function dressMonaco(): void {
  const style = getComputedStyle(document.documentElement);
  const dark = document.documentElement.dataset['theme'] === 'dark';
  monaco.editor.defineTheme(
    'codicil',
    buildEditorTheme(dark, (name) => style.getPropertyValue(`--${name}`).trim()),
  );
  monaco.editor.setTheme('codicil');
}
