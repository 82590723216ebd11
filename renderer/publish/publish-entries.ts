import { FileCode, FileDown, FileText, FileType2, FolderTree, Palette, Printer } from 'lucide-react';
import type { Services } from '../app/services.ts';
import type { MenuEntries } from '../components/menu.tsx';

/** The Publish menu. */
export function publishEntries({ publisher, navigator }: Services): MenuEntries {
  return [
    {
      id: 'html',
      label: 'Web page…',
      icon: FileCode,
      shortcut: 'Ctrl+Shift+H',
      run: () => void publisher.publish('html'),
    },
    {
      id: 'pdf',
      label: 'PDF…',
      icon: FileText,
      shortcut: 'Ctrl+Shift+E',
      run: () => void publisher.publish('pdf'),
    },
    { id: 'docx', label: 'Word…', icon: FileType2, run: () => void publisher.publish('docx') },
    { id: 'md', label: 'Markdown…', icon: FileDown, run: () => void publisher.publish('md') },
    {
      id: 'site',
      label: 'Site with all versions…',
      icon: FolderTree,
      run: () => navigator.open({ kind: 'publish-site' }),
    },
    null,
    {
      id: 'look',
      label: 'Look of published pages…',
      icon: Palette,
      run: () => navigator.open({ kind: 'publish-look' }),
    },
    {
      id: 'print',
      label: 'Print…',
      icon: Printer,
      shortcut: 'Ctrl+P',
      run: () => void publisher.print(),
    },
  ];
}
