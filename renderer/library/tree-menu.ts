import { FilePlus2, FolderGit2, FolderOpen, GitCompare, History, Pencil } from 'lucide-react';
import type { View } from '../app/navigation.ts';
import type { Services } from '../app/services.ts';
import type { MenuEntries } from '../components/menu.tsx';
import type { TreeTarget } from './tree-keys.ts';

/** What can be done with a row of the library tree. */
export function treeMenu(target: TreeTarget, services: Services): MenuEntries {
  const { navigator } = services;
  const { company } = target;
  const newPolicy = {
    id: 'new',
    label: `New policy of ${company.name}…`,
    icon: FilePlus2,
    run: () => navigator.open({ kind: 'new-policy', company: company.name }),
  };
  if (target.kind === 'company')
    return [
      newPolicy,
      null,
      {
        id: 'rename',
        label: 'Rename…',
        icon: Pencil,
        shortcut: 'F2',
        run: () => navigator.open({ kind: 'rename', target }),
      },
    ];
  const { policy } = target;
  const openIn = async (view: View): Promise<void> => {
    await services.session.open(policy.id);
    navigator.show(view);
  };
  return [
    { id: 'open', label: 'Open', icon: FolderOpen, run: () => void openIn('editor') },
    { id: 'history', label: 'History', icon: History, run: () => void openIn('history') },
    {
      id: 'compare',
      label: 'Compare…',
      icon: GitCompare,
      disabled: !policy.latest,
      run: () => {
        if (policy.latest) navigator.compare({ kind: 'version', versionId: policy.latest.id }, null);
      },
    },
    {
      id: 'share',
      label: 'Share through a git repository…',
      icon: FolderGit2,
      disabled: !policy.latest,
      run: () => navigator.open({ kind: 'share', policyId: policy.id }),
    },
    null,
    {
      id: 'rename',
      label: 'Rename or move…',
      icon: Pencil,
      shortcut: 'F2',
      run: () => navigator.open({ kind: 'rename', target }),
    },
    newPolicy,
  ];
}
