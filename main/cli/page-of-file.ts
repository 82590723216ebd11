import { withoutNotes } from '../../shared/markdown/notes.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import type { PageTheme } from '../../shared/publish/page-theme.ts';
import type { PolicyPageInput } from '../../shared/publish/render-policy-page.ts';
import { readFace } from '../../shared/structure/read-face.ts';

/** A text that is in no library as a published page is made from it: it names its company and date itself, or they are missing. */
export function pageOfFile(
  file: { readonly label: string; readonly text: string },
  theme?: PageTheme,
): PolicyPageInput {
  const text = withoutNotes(file.text);
  const inspection = readFace(parseDocument(text));
  return {
    text,
    inspection,
    company: inspection.archive?.company ?? '',
    policyName: inspection.title || nameOfFile(file.label),
    version: null,
    history: [],
    ...(theme ? { theme } : {}),
  };
}

/** Without folders and ending: where a file lies is nobody's business. */
function nameOfFile(label: string): string {
  const name = label.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/(.)\.[^.]+$/, '$1') || label;
}
