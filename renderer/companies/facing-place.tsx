import { type ReactNode, useState } from 'react';
import { useEngineJob } from '../app/use-engine-job.ts';
import { FacingReader } from './facing-reader.tsx';
import { JobPlace } from './job-place.tsx';
import type { Seat } from './seats.ts';

/** Chooses two of the policies at the table and shows them face to face. */
export function FacingPlace({ seats }: { readonly seats: readonly Seat[] }): ReactNode {
  const [ids, setIds] = useState<readonly [number | null, number | null]>([null, null]);
  const left = seats.find((seat) => seat.policyId === ids[0]) ?? seats[0];
  const right =
    seats.find((seat) => seat.policyId === ids[1] && seat !== left) ?? seats.find((seat) => seat !== left);
  const job = useEngineJob('align.pair', left && right ? { a: left.ref, b: right.ref } : null);
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
        {(facing) => <FacingReader facing={facing} names={[nameOf(left), nameOf(right)]} />}
      </JobPlace>
    </>
  );
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
