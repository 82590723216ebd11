import { Building2, ChevronRight, FileText } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { CompanyWithPolicies, PolicySummary } from '../../shared/model/policy.ts';
import { isOfLibrary } from '../app/navigation.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { type OpenMenu, PopupMenu } from '../components/popup-menu.tsx';
import { companyKey, policyKey, type TreeTarget, targetOf } from './tree-keys.ts';
import { treeMenu } from './tree-menu.ts';
import { useHasDraft } from './use-has-draft.ts';

interface LibraryTreeProps {
  readonly companies: readonly CompanyWithPolicies[];
}

interface TreeMenu extends OpenMenu {
  readonly target: TreeTarget;
}

/** Companies with their policies. Enter opens, F2 renames, the context menu key or Shift+F10 shows what else can be done. */
export function LibraryTree({ companies }: LibraryTreeProps) {
  const services = useServices();
  const { session, navigator } = services;
  const openId = useStore(session.store, (state) => (state.kind === 'open' ? state.document.policyId : null));
  // Where no policy is in front, each of them, the open one too, can be gone to.
  const noneInFront = useStore(navigator.store, (state) => isOfLibrary(state.view));
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const [menu, setMenu] = useState<TreeMenu | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const expanded = companies.map((company) => companyKey(company.id)).filter((key) => !closed.has(key));

  const activate = (key: Key): void => {
    const target = targetOf(key, companies);
    if (target?.kind !== 'policy') return;
    if (isOfLibrary(navigator.store.get().view)) navigator.show('editor');
    void session.open(target.policy.id);
  };
  useRowEvents(tree, (key, event) => {
    const target = targetOf(key, companies);
    if (!target) return;
    event.preventDefault();
    if (event instanceof MouseEvent) setMenu({ target, x: event.clientX, y: event.clientY });
    else
      treeMenu(target, services)
        .find((entry) => entry?.id === 'rename')
        ?.run();
  });

  return (
    <>
      <Tree
        ref={tree}
        aria-label="Companies and policies"
        className="tree"
        selectionMode="single"
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={openId === null || noneInFront ? [] : [policyKey(openId)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) activate(key);
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) =>
          setClosed(new Set(companies.map(({ id }) => companyKey(id)).filter((key) => !keys.has(key))))
        }
      >
        {companies.map((company) => (
          <CompanyItem key={company.id} company={company} />
        ))}
      </Tree>
      {menu ? (
        <PopupMenu
          label={`${menu.target.name}: actions`}
          at={menu}
          entries={treeMenu(menu.target, services)}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </>
  );
}

function CompanyItem({ company }: { readonly company: CompanyWithPolicies }) {
  const key = companyKey(company.id);
  return (
    <TreeItem id={key} textValue={company.name} className="tree-item">
      <TreeItemContent>
        <span className="tree-row" data-tree-key={key}>
          <Button slot="chevron" className="tree-chevron">
            <ChevronRight aria-hidden size={14} />
          </Button>
          <Building2 aria-hidden size={15} strokeWidth={1.6} />
          <span className="tree-name tree-company" title={company.name}>
            {company.name}
          </span>
          <span className="tree-count">{company.policies.length}</span>
        </span>
      </TreeItemContent>
      {company.policies.map((policy) => (
        <PolicyItem key={policy.id} policy={policy} />
      ))}
    </TreeItem>
  );
}

function PolicyItem({ policy }: { readonly policy: PolicySummary }) {
  const key = policyKey(policy.id);
  const hasDraft = useHasDraft()(policy);
  return (
    <TreeItem id={key} textValue={policy.name} className="tree-item">
      <TreeItemContent>
        <span className="tree-row tree-row-policy" data-tree-key={key}>
          <FileText aria-hidden size={15} strokeWidth={1.6} />
          <span className="tree-name" title={policy.name}>
            {policy.name}
          </span>
          {hasDraft ? <span className="tree-draft">draft</span> : null}
          <span className="tree-count">{policy.versions > 0 ? `v${policy.versions}` : ''}</span>
        </span>
      </TreeItemContent>
    </TreeItem>
  );
}

/** Hears of the context menu (by pointer or key) and of F2 on a row. */
function useRowEvents(
  tree: RefObject<HTMLElement | null>,
  onRow: (key: string, event: MouseEvent | KeyboardEvent) => void,
): void {
  useEffect(() => {
    const element = tree.current;
    if (!element) return;
    const onMenu = (event: MouseEvent): void => {
      const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
      const key = row?.querySelector<HTMLElement>('[data-tree-key]')?.dataset['treeKey'] ?? focusedKey();
      if (key) onRow(key, event);
    };
    const onKey = (event: KeyboardEvent): void => {
      const key = focusedKey();
      if (key && event.key === 'F2') onRow(key, event);
    };
    element.addEventListener('contextmenu', onMenu);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('contextmenu', onMenu);
      element.removeEventListener('keydown', onKey);
    };
  });
}

/** The tree row that has the keyboard, for the context menu key. */
function focusedKey(): string | undefined {
  const row = document.activeElement?.closest('[role="row"]');
  return row?.querySelector<HTMLElement>('[data-tree-key]')?.dataset['treeKey'];
}
