import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { VersionProposal } from '../../../shared/ipc/writing-requests.ts';
import type { Inspection } from '../../../shared/structure/inspection.ts';
import { addHistoryEntry } from '../../../shared/structure/lenses/history-lens.ts';
import { useServices } from '../../app/services.ts';
import { SIGNAL_NAMES } from '../../compare/change-words.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { todayIso } from '../../components/today.ts';
import { useWriteBack } from './use-write-back.ts';
import './next-entry.css';

/** The next entry of the document's history, drafted from what changed since the last version, to be edited and put into the text. */
export function NextEntry({ text, inspection }: { readonly text: string; readonly inspection: Inspection }) {
  const writeBack = useWriteBack();
  const proposal = useProposal(text);
  const [note, setNote] = useState<string | null>(null);
  const [date, setDate] = useState<string | null>(null);
  const newest = inspection.history
    .map(({ iso }) => iso)
    .sort()
    .at(-1);
  const stated = proposal?.effectiveDate ?? null;
  const proposedDate = stated && (!newest || stated > newest) ? stated : todayIso();
  const shownDate = date ?? proposedDate;
  const shownNote = note ?? (proposal?.changed ? proposal.note : '');
  const told = inspection.history.some(({ iso }) => iso === shownDate);

  const insert = async (): Promise<void> => {
    const entry = { iso: shownDate, note: shownNote.trim() };
    const done = await writeBack((document, read) => addHistoryEntry(document, read, entry), {
      done: `The history now tells of ${entry.iso}.`,
      refused: 'The history of this text has no form that an entry could be added in: write it in the text.',
    });
    if (!done) return;
    setNote(null);
    setDate(null);
  };
  return (
    <Form
      className="next-entry"
      aria-label="Next entry"
      onSubmit={(event) => {
        event.preventDefault();
        void insert();
      }}
    >
      <Field label="Next entry: date" type="date" value={shownDate} onChange={setDate} />
      <Field
        label="What changed"
        rows={3}
        value={shownNote}
        onChange={setNote}
        description={proposal ? describe(proposal) : 'Comparing with the last version…'}
      />
      {told ? <p className="next-entry-told">The history tells of this date already.</p> : null}
      <Button type="submit" isDisabled={!shownDate || shownNote.trim() === ''}>
        Add to the history
      </Button>
    </Form>
  );
}

/** Drafting compares two texts; while typing goes on, the last draft stays. */
const PAUSE_MS = 1_200;

function useProposal(text: string): VersionProposal | null {
  const { client, session } = useServices();
  const [proposal, setProposal] = useState<VersionProposal | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    const state = session.store.get();
    if (state.kind !== 'open') return;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const answer = await client.request('version.propose', { policyId: state.document.policyId, text });
      if (wanted && answer.ok) setProposal(answer.value);
    };
    const timer = setTimeout(() => void ask(), asked.current ? PAUSE_MS : 0);
    asked.current = true;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, session, text]);
  return proposal;
}

function describe({ changed, signals = [] }: VersionProposal): string {
  if (!changed) return 'Nothing has changed since the last version.';
  if (signals.length === 0) return 'Drafted from what changed since the last version.';
  const names = signals.map((signal) => SIGNAL_NAMES[signal].toLowerCase());
  return `Drafted from what changed since the last version, which touches: ${names.join(', ')}.`;
}
