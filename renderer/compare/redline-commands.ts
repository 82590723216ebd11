import { Copy, FileText, Printer, SquarePen } from 'lucide-react';
import type { Comparison } from '../../shared/compare/comparison.ts';
import type { RequestArgs } from '../../shared/ipc/contract.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { Services } from '../app/services.ts';
import type { MenuEntries, MenuEntry } from '../components/menu.tsx';
import { type ChangeFilter, isOpen, selectionOf } from './change-filter.ts';

interface CopyContext {
  readonly comparison: Comparison;
  readonly current: { readonly change: number } | null;
  readonly services: Services;
  readonly onCopyToDraft: ((text: string) => void) | undefined;
}

/** What can be copied: either whole text, and the wordings of the current change, to the clipboard or into the draft. */
export function copyEntries({ comparison, current, services, onCopyToDraft }: CopyContext): MenuEntries {
  const change = comparison.changes.find(({ id }) => id === current?.change);
  const before = change ? comparison.a.text.slice(change.fromA, change.toA) : '';
  const after = change ? comparison.b.text.slice(change.fromB, change.toB) : '';
  const copy = (text: string, what: string) => () => copyText(text, what, services);
  const entries: (MenuEntry | null)[] = [
    entry('old-change', 'Old wording of this change', before, copy(before, 'Old wording')),
    entry('new-change', 'New wording of this change', after, copy(after, 'New wording')),
  ];
  if (onCopyToDraft)
    entries.push(
      null,
      {
        ...entry('old-draft', 'Put old wording into the draft', before, () => onCopyToDraft(before)),
        icon: SquarePen,
      },
      {
        ...entry('new-draft', 'Put new wording into the draft', after, () => onCopyToDraft(after)),
        icon: SquarePen,
      },
    );
  entries.push(
    null,
    entry('old-text', 'Whole old text', comparison.a.text, copy(comparison.a.text, 'Old text')),
    entry('new-text', 'Whole new text', comparison.b.text, copy(comparison.b.text, 'New text')),
  );
  return entries;
}

interface ExportContext {
  /** What the view marks at the moment: so do the page and the PDF. */
  readonly filter: ChangeFilter;
  readonly a: TextReference;
  readonly b: TextReference;
  readonly labelA: string;
  readonly labelB: string;
  readonly services: Services;
}

/** The forms the comparison can be saved in. */
export function exportEntries({ filter, a, b, labelA, labelB, services }: ExportContext): MenuEntries {
  const suggestedName = fileName(`${labelA} compared with ${labelB}`);
  const run = (format: RequestArgs<'export.comparison'>['format']) => async () => {
    const answer = await services.jobs.run('Exporting the comparison', 'export.comparison', (job) => ({
      job,
      a,
      b,
      format,
      suggestedName,
      ...(isOpen(filter) ? {} : { selection: selectionOf(filter) }),
    }));
    if (!answer.ok) services.notices.addFailure(answer.error);
    else if (answer.value) announceFile(answer.value.file, services);
  };
  const filtered = isOpen(filter) ? '' : ', filtered as shown';
  return [
    { id: 'html', label: `Web page (HTML)${filtered}…`, icon: FileText, run: () => void run('html')() },
    { id: 'pdf', label: `PDF${filtered}…`, icon: Printer, run: () => void run('pdf')() },
    {
      id: 'docx',
      label: filtered ? 'Word file, all changes tracked…' : 'Word file with tracked changes…',
      icon: FileText,
      run: () => void run('docx')(),
    },
    { id: 'critic', label: 'CriticMarkup…', icon: FileText, run: () => void run('critic')() },
    { id: 'patch', label: 'Unified patch…', icon: FileText, run: () => void run('patch')() },
    { id: 'json', label: 'JSON…', icon: FileText, run: () => void run('json')() },
  ];
}

function entry(id: string, label: string, text: string, run: () => void): MenuEntry {
  return { id, label, icon: Copy, disabled: text === '', run };
}

/** By way of a copy event: the asynchronous clipboard needs a permission, and the app refuses every permission. */
function copyText(text: string, what: string, services: Services): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill, { once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  services.notices.add(
    copied
      ? { tone: 'success', text: `${what} copied.` }
      : { tone: 'error', text: 'The text could not be copied.' },
  );
}

function announceFile(file: string, services: Services): void {
  services.notices.add({
    tone: 'success',
    text: `Saved ${file}.`,
    action: { label: 'Show', run: () => void services.client.request('file.reveal', { path: file }) },
  });
}

/** A name without characters that some file system refuses. */
function fileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .trim();
}
