import '@fontsource-variable/inter';
import { EDITOR_OPTIONS, fontOptions } from '../../../renderer/editor/editor-options.ts';
import { monaco } from '../../../renderer/editor/monaco.ts';
import { POLICY_LANGUAGE, registerPolicyLanguage } from '../../../renderer/editor/policy-language.ts';

/** What the app's editor looks like, so that this one is like it. */
export interface BareOptions {
  readonly text: string;
  readonly families: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** Shows the text in Monaco alone, with the app's own options and colours of Markdown and nothing around it. */
function showBareMonaco({ text, families, size, width, height }: BareOptions): void {
  const host = document.getElementById('host');
  if (!host) throw new Error('index.html has no host');
  host.style.width = `${width}px`;
  host.style.height = `${height}px`;
  registerPolicyLanguage();
  const instance = monaco.editor.create(host, { ...EDITOR_OPTIONS, ...fontOptions(families, size, true) });
  instance.setModel(monaco.editor.createModel(text, POLICY_LANGUAGE));
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
}

Object.assign(window, { showBareMonaco });
