import { useState } from 'react';
import type { DraftMerge } from '../../../shared/ipc/writing-requests.ts';
import { useServices } from '../../app/services.ts';
import { useStore } from '../../app/store.ts';
import { useEngineJob } from '../../app/use-engine-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount } from '../../components/format-date.ts';
import { Progress } from '../../components/progress.tsx';
import {
  type Choices,
  countKinds,
  mergeResult,
  mergeRows,
  openConflicts,
  settleOpen,
} from './merge-choices.ts';
import './merge-dialog.css';
import { MergePassageRow } from './merge-passage-row.tsx';

/** A draft and the version that came in after it was begun, passage by passage, merged into a new draft. */
export function MergeDialog() {
  const { navigator, session } = useServices();
  // What stood in the editor when the dialog was opened: it covers the editor, so nothing is typed meanwhile.
  const [text] = useState(() => session.text() ?? '');
  const document = useStore(session.store, (state) => (state.kind === 'open' ? state.document : null));
  const { job } = useEngineJob(
    'draft.merge',
    document ? { policyId: document.policyId, baseVersion: document.baseVersion, text } : null,
  );
  const [choices, setChoices] = useState<Choices>(new Map());
  const merge = job.state === 'ready' ? job.value : null;
  const result = merge ? mergeResult(merge.passages, choices) : null;
  const accept = (): void => {
    if (!merge || result === null) return;
    adopt(merge, result);
  };
  const adopt = useAdopt();
  return (
    <Dialog
      title={merge ? `Merge your draft with version ${merge.theirs.number}` : 'Merge'}
      size="full"
      onClose={navigator.closeDialog}
      actions={
        <>
          {merge ? <Settle merge={merge} choices={choices} onChange={setChoices} /> : null}
          <Button onPress={navigator.closeDialog}>Cancel</Button>
          <Button variant="primary" isDisabled={result === null} onPress={accept}>
            Use as draft
          </Button>
        </>
      }
    >
      {job.state === 'running' ? <Progress label="Comparing three texts…" fraction={job.fraction} /> : null}
      {job.state === 'failed' ? (
        <EmptyState tone="error" title="The texts could not be merged">
          {job.failure.message}
        </EmptyState>
      ) : null}
      {merge ? <Passages merge={merge} choices={choices} onChange={setChoices} /> : null}
    </Dialog>
  );
}

interface ChoicesProps {
  readonly merge: DraftMerge;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

function useAdopt(): (merge: DraftMerge, text: string) => void {
  const { navigator, session, notices } = useServices();
  return ({ theirs }, text) => {
    navigator.closeDialog();
    navigator.show('editor');
    session.adoptMerge(text, theirs.number);
    notices.add({
      tone: 'success',
      text: `The draft now goes on from version ${theirs.number}. Undo brings back your text as it was.`,
    });
  };
}

function Passages({ merge, choices, onChange }: ChoicesProps) {
  const { passages, base, theirs } = merge;
  return (
    <>
      <p role="status">{summarise(merge)}</p>
      <div className="merge-row merge-titles" aria-hidden>
        <span>{base ? `Version ${base.number}, where you began` : 'No version'}</span>
        <span>Your draft</span>
        <span>Version {theirs.number}</span>
      </div>
      <ol className="merge-list" aria-label="Passages that differ">
        {mergeRows(passages).map((row) =>
          row.kind === 'folded' ? (
            <li key={row.index} className="merge-folded">
              {row.lead} <em>{formatCount(row.words, 'word')} unchanged</em>
            </li>
          ) : (
            <MergePassageRow
              key={row.index}
              passage={row.passage}
              choice={choices.get(row.index)}
              theirs={theirs.number}
              onChoose={(choice) => onChange(new Map(choices).set(row.index, choice))}
            />
          ),
        )}
      </ol>
    </>
  );
}

function Settle({ merge, choices, onChange }: ChoicesProps) {
  const { passages, theirs } = merge;
  const open = openConflicts(passages, choices);
  if (open === 0) return <span className="merge-open">Everything is decided.</span>;
  return (
    <>
      <span className="merge-open">{formatCount(open, 'conflict')} to decide</span>
      <Button onPress={() => onChange(settleOpen(passages, choices, 'mine'))}>Mine for all</Button>
      <Button onPress={() => onChange(settleOpen(passages, choices, 'theirs'))}>
        Version {theirs.number} for all
      </Button>
    </>
  );
}

function summarise({ passages, theirs }: DraftMerge): string {
  const counts = countKinds(passages);
  const parts = [
    counts.conflict > 0 ? formatCount(counts.conflict, 'conflict') : '',
    counts.mine > 0 ? `${formatCount(counts.mine, 'change')} only in your draft` : '',
    counts.theirs > 0 ? `${formatCount(counts.theirs, 'change')} only in version ${theirs.number}` : '',
    counts.both > 0 ? `${formatCount(counts.both, 'change')} alike in both` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'Your draft and the version that came in are the same.';
  return `${parts.join(', ')}. What only one side changed is taken unless you say otherwise.`;
}
