import { useCallback, useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Clause, OwnClause } from '../../shared/model/clause.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { clausesLike } from './clauses-like.ts';
import './templates.css';

/** The clauses that the user keeps and those that come with Codicil: to be put into the text, changed and deleted. */
export function ClauseLibraryDialog() {
  const { navigator, session } = useServices();
  const isOpen = useStore(session.store, (state) => state.kind === 'open');
  const { clauses, remove } = useClauses();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = clausesLike(clauses, filter);
  const clause = shown.find((candidate) => keyOf(candidate) === chosen) ?? shown[0] ?? null;
  const insert = (inserted: Clause): void => {
    const editor = session.editor.get();
    if (!editor) return;
    editor.apply([{ ...editor.selection(), insert: inserted.text }]);
    navigator.closeDialog();
    navigator.show('editor');
    editor.focus();
    navigator.announce(`${inserted.name} put into the text.`);
  };
  return (
    <Dialog
      title="Clause library"
      size="large"
      onClose={navigator.closeDialog}
      actions={
        <>
          <Button onPress={() => navigator.open({ kind: 'clause', clause: NEW })}>New clause…</Button>
          <Button onPress={navigator.closeDialog}>Close</Button>
          <Button
            variant="primary"
            isDisabled={!clause || !isOpen}
            onPress={() => {
              if (clause) insert(clause);
            }}
          >
            Insert
          </Button>
        </>
      }
    >
      <Field label="Find by name, tag or words" value={filter} onChange={setFilter} autoFocus />
      <div className="clause-frame">
        <ListBox
          aria-label="Clauses"
          className="clause-list"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={clause ? [keyOf(clause)] : []}
          onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0] ?? ''))}
          renderEmptyState={() => <p className="panel-hint">No clause has these words.</p>}
        >
          {shown.map((item) => (
            <ListBoxItem key={keyOf(item)} id={keyOf(item)} textValue={item.name} className="clause-item">
              {item.name}
              <span className="clause-tags">
                {item.origin === 'standard' ? 'Standard' : 'Yours'}
                {item.tags.length > 0 ? ` · ${item.tags.join(', ')}` : ''}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
        {clause ? (
          <div className="clause-side">
            <div className="clause-text selectable">{clause.text}</div>
            <div className="clause-side-actions">
              {clause.origin === 'own' ? (
                <>
                  <Button onPress={() => navigator.open({ kind: 'clause', clause })}>Change…</Button>
                  <Button variant="danger" onPress={() => void remove(clause)}>
                    Delete
                  </Button>
                </>
              ) : (
                <Button onPress={() => navigator.open({ kind: 'clause', clause: { ...clause, id: null } })}>
                  Keep as your own…
                </Button>
              )}
            </div>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}

const NEW = { id: null, name: '', tags: [], text: '' };

function keyOf(clause: Clause): string {
  return clause.origin === 'own' ? `own-${clause.id}` : `standard-${clause.name}`;
}

function useClauses(): {
  readonly clauses: readonly Clause[];
  readonly remove: (clause: OwnClause) => Promise<void>;
} {
  const { client, notices } = useServices();
  const [clauses, setClauses] = useState<readonly Clause[]>([]);
  const load = useCallback(async (): Promise<void> => {
    const answer = await client.request('clause.list', {});
    if (answer.ok) setClauses(answer.value);
    else notices.addFailure(answer.error);
  }, [client, notices]);
  useEffect(() => {
    void load();
    return client.on('clauses.changed', () => void load());
  }, [client, load]);
  const restore = async ({ id, name, tags, text }: OwnClause): Promise<void> => {
    const answer = await client.request('clause.save', { id, name, tags: [...tags], text });
    if (!answer.ok) notices.addFailure(answer.error);
  };
  return {
    clauses,
    async remove(clause) {
      const answer = await client.request('clause.delete', { id: clause.id });
      if (!answer.ok) return notices.addFailure(answer.error);
      const notice = notices.add({
        tone: 'info',
        text: `“${clause.name}” is deleted.`,
        action: {
          label: 'Undo',
          run: () => {
            notices.dismiss(notice);
            void restore(clause);
          },
        },
      });
    },
  };
}
