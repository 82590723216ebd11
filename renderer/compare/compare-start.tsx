import { GitCompare } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { PolicyDetail } from '../../shared/ipc/library-requests.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';

interface CompareStartProps {
  readonly policyId: number | null;
  readonly onChoose: (a: TextReference, b: TextReference) => void;
}

/** What the view says before two texts are chosen; for an open policy it offers the comparisons asked for most. */
export function CompareStart({ policyId, onChoose }: CompareStartProps): ReactNode {
  const { client } = useServices();
  const [detail, setDetail] = useState<PolicyDetail | null>(null);
  useEffect(() => {
    setDetail(null);
    if (policyId === null) return;
    let stale = false;
    void client.request('policy.get', { policyId }).then((answer) => {
      if (!stale && answer.ok) setDetail(answer.value);
    });
    return () => {
      stale = true;
    };
  }, [client, policyId]);
  const actions = (detail ? suggest(detail) : []).map(({ label, a, b }) => (
    <Button key={label} onPress={() => onChoose(a, b)}>
      {label}
    </Button>
  ));
  return (
    <EmptyState icon={GitCompare} title="Choose two texts to compare" actions={actions}>
      Any version or draft of any policy in the library, of one company or of two.
    </EmptyState>
  );
}

interface Suggestion {
  readonly label: string;
  readonly a: TextReference;
  readonly b: TextReference;
}

function suggest({ policy, versions, draft }: PolicyDetail): readonly Suggestion[] {
  const [latest, previous] = versions;
  const first = versions.at(-1);
  const suggestions: Suggestion[] = [];
  if (!latest) return suggestions;
  const newest = { kind: 'version', versionId: latest.id } as const;
  if (draft)
    suggestions.push({
      label: `Version ${latest.number} with the draft`,
      a: newest,
      b: { kind: 'draft', policyId: policy.id },
    });
  for (const older of new Set([previous, first]))
    if (older && older !== latest)
      suggestions.push({
        label: `Version ${older.number} with version ${latest.number}`,
        a: { kind: 'version', versionId: older.id },
        b: newest,
      });
  return suggestions;
}
