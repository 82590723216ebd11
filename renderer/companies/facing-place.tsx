import { type ReactNode, useState } from 'react';
import type { PassageSummary } from '../../shared/align/alignment.ts';
import type { FacingPolicies } from '../../shared/ipc/companies-requests.ts';
import type { Failure } from '../../shared/model/result.ts';
import type { Client } from '../app/client.ts';
import { useServices } from '../app/services.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import type { Judge } from './facing-links.tsx';
import { FacingReader } from './facing-reader.tsx';
import { JobPlace } from './job-place.tsx';
import type { Seat } from './seats.ts';
import { UnreadNotices } from './unread-notices.tsx';

/** Chooses two of the policies at the table and shows them face to face. */
export function FacingPlace({ seats }: { readonly seats: readonly Seat[] }): ReactNode {
  const [ids, setIds] = useState<readonly [number | null, number | null]>([null, null]);
  const left = seats.find((seat) => seat.policyId === ids[0]) ?? seats[0];
  const right =
    seats.find((seat) => seat.policyId === ids[1] && seat !== left) ?? seats.find((seat) => seat !== left);
  const [said, setSaid] = useState(0);
  const { job } = useEngineJob('align.pair', left && right ? { a: left.ref, b: right.ref } : null, said);
  const { client, notices } = useServices();
  if (!left || !right) return null;
  return (
    <>
      <div className="co-pair">
        <SeatSelect
          label="Left"
          seats={seats}
          value={left}
          onChange={(seat) => setIds([seat.policyId, seat === right ? left.policyId : right.policyId])}
        />
        <SeatSelect
          label="Right"
          seats={seats}
          value={right}
          onChange={(seat) => setIds([seat === left ? right.policyId : left.policyId, seat.policyId])}
        />
      </div>
      <JobPlace job={job} label="Finding what corresponds">
        {(facing) => (
          <>
            <UnreadNotices diagnostics={facing.alignment.diagnostics} />
            <FacingReader
              facing={facing}
              names={[nameOf(left), nameOf(right)]}
              onJudge={judgeFor(facing, client, (failure) => {
                if (failure) notices.addFailure(failure);
                setSaid((count) => count + 1);
              })}
            />
          </>
        )}
      </JobPlace>
    </>
  );
}

/** Keeps verdicts on passages of two policies of the library; two versions of one policy have no links to keep. */
function judgeFor(
  { policyIds }: FacingPolicies,
  client: Client,
  onKept: (failure: Failure | null) => void,
): Judge | undefined {
  const [left, right] = policyIds;
  if (left === null || right === null || left === right) return undefined;
  const end = (policyId: number, { anchor }: PassageSummary) => ({
    policyId,
    anchor: { path: [...anchor.path], hash: anchor.hash },
  });
  return (verdict, lead, other) =>
    void client
      .request('align.judge', { verdict, from: end(left, lead), to: end(right, other) })
      .then((answer) => onKept(answer.ok ? null : answer.error));
}

interface SeatSelectProps {
  readonly label: string;
  readonly seats: readonly Seat[];
  readonly value: Seat;
  readonly onChange: (seat: Seat) => void;
}

function SeatSelect({ label, seats, value, onChange }: SeatSelectProps): ReactNode {
  return (
    <label className="co-select">
      <span>{label}</span>
      <select
        value={value.policyId}
        onChange={(event) => {
          const seat = seats.find(({ policyId }) => policyId === Number(event.target.value));
          if (seat) onChange(seat);
        }}
      >
        {seats.map((seat) => (
          <option key={seat.policyId} value={seat.policyId}>
            {nameOf(seat)}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf(seat: Seat): string {
  return `${seat.company} ${seat.policy}`;
}
