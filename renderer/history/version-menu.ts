import { FileCode, FileText, FileType2, PencilLine, RotateCcw } from 'lucide-react';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Services } from '../app/services.ts';
import type { MenuEntries } from '../components/menu.tsx';

/** What can be done with a saved version besides reading and comparing it. */
export function versionMenu(version: VersionSummary, services: Services): MenuEntries {
  const { publisher } = services;
  return [
    {
      id: 'restore',
      label: 'Restore as new draft',
      icon: RotateCcw,
      run: () => void restoreVersion(version, services),
    },
    {
      id: 'correct',
      label: 'Correct date, note or kind…',
      icon: PencilLine,
      run: () => services.navigator.open({ kind: 'correct-version', version }),
    },
    null,
    {
      id: 'html',
      label: 'Publish as web page…',
      icon: FileCode,
      run: () => void publisher.publishVersion(version, 'html'),
    },
    {
      id: 'pdf',
      label: 'Publish as PDF…',
      icon: FileText,
      run: () => void publisher.publishVersion(version, 'pdf'),
    },
    {
      id: 'docx',
      label: 'Publish as Word…',
      icon: FileType2,
      run: () => void publisher.publishVersion(version, 'docx'),
    },
  ];
}

/** Puts an old version's text into the draft, as one change that can be undone; the history itself never changes. */
export async function restoreVersion(version: VersionSummary, services: Services): Promise<void> {
  const { client, notices, navigator, session } = services;
  const loaded = await client.request('text.load', { ref: { kind: 'version', versionId: version.id } });
  if (!loaded.ok) return notices.addFailure(loaded.error);
  navigator.show('editor');
  session.replaceText(loaded.value.text);
  notices.add({
    tone: 'success',
    text: `The draft is now the text of version ${version.number}. Undo brings back what was there.`,
  });
}
