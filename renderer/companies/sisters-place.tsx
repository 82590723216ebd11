import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SisterFinding, SisterPlace } from '../../shared/align/sister/sister-finding.ts';
import type { SisterPolicies } from '../../shared/ipc/companies-requests.ts';
import { indexLines } from '../../shared/model/text.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import { countOf } from '../compare/change-words.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { JobPlace } from './job-place.tsx';
import type { Seat } from './seats.ts';
import { type Opened, WithPassages } from './with-passages.tsx';

interface SistersPlaceProps {
  readonly seats: readonly Seat[];
  readonly policyId: number | null;
}

/** The documents of one company checked against each other: vendors, periods, contacts, dates, definitions that disagree. */
export function SistersPlace({ seats, policyId }: SistersPlaceProps): ReactNode {
  const companies = [...new Set(seats.map(({ company }) => company))].filter(
    (company) => seats.filter((seat) => seat.company === company).length > 1,
  );
  const open = seats.find((seat) => seat.policyId === policyId)?.company;
  const [picked, setPicked] = useState<string | null>(null);
  const company = [picked, open].find((name) => name && companies.includes(name)) ?? companies[0];
  const own = seats.filter((seat) => seat.company === company);
  const { job } = useEngineJob('align.sisters', company ? { texts: own.map((seat) => seat.ref) } : null);
  if (!company)
    return (
      <EmptyState title="No company has two documents yet">
        A privacy policy, cookie policy, processing agreement, vendor list and terms of one company are
        checked against each other here.
      </EmptyState>
    );
  return (
    <>
      <div className="co-pair">
        <label className="co-select">
          <span>Company</span>
          <select value={company} onChange={(event) => setPicked(event.target.value)}>
            {companies.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      <JobPlace job={job} label="Checking the documents against each other">
        {(sisters) => <Findings key={company} sisters={sisters} seats={own} />}
      </JobPlace>
    </>
  );
}

interface FindingsProps {
  readonly sisters: SisterPolicies;
  readonly seats: readonly Seat[];
}

function Findings({ sisters, seats }: FindingsProps): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { findings } = sisters.report;
  const open = (finding: SisterFinding, place: SisterPlace) => {
    const lines = indexLines(sisters.texts[place.document]?.text ?? '');
    const toLine = lines.lineAt(Math.max(place.range.from, place.range.to - 1));
    const passage = { fromLine: place.line, toLine, evidence: [place.range] };
    setOpened({ document: place.document, subject: finding.message, passages: [passage], lookedFor: [] });
  };
  if (findings.length === 0)
    return (
      <EmptyState icon={CircleCheck} title="These documents agree">
        {`Nothing in ${seats.map(({ policy }) => policy).join(', ')} contradicts another of them.`}
      </EmptyState>
    );
  return (
    <WithPassages opened={opened} seats={seats} texts={sisters.texts} onClose={() => setOpened(null)}>
      <h2 className="sister-count">{countOf(findings.length, 'disagreement')}</h2>
      <ul className="sister-list">
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.message}`}>
            <Finding
              finding={finding}
              seats={seats}
              texts={sisters.texts}
              onOpen={(place) => open(finding, place)}
            />
          </li>
        ))}
      </ul>
    </WithPassages>
  );
}

interface FindingProps {
  readonly finding: SisterFinding;
  readonly seats: readonly Seat[];
  readonly texts: SisterPolicies['texts'];
  readonly onOpen: (place: SisterPlace) => void;
}

/** The sentence that says it, with the words that disagree marked. */
function Quote({ place, text }: { readonly place: SisterPlace; readonly text: string }): ReactNode {
  const { range, sentence } = place;
  return (
    <q>
      {text.slice(sentence.from, range.from)}
      <mark>{text.slice(range.from, range.to)}</mark>
      {text.slice(range.to, sentence.to)}
    </q>
  );
}

function Finding({ finding, seats, texts, onOpen }: FindingProps): ReactNode {
  const Icon = finding.severity === 'warning' ? TriangleAlert : Info;
  return (
    <>
      <p className="sister-message" data-severity={finding.severity}>
        <Icon aria-hidden size={15} />
        <span className="visually-hidden">{finding.severity === 'warning' ? 'Warning: ' : 'Note: '}</span>
        {finding.message}
      </p>
      {finding.places.map((place) => (
        <button
          key={`${place.document} ${place.range.from}`}
          type="button"
          className="sister-place"
          onClick={() => onOpen(place)}
        >
          <span className="sister-where">{`${seats[place.document]?.policy ?? ''}, line ${place.line}`}</span>
          <Quote place={place} text={texts[place.document]?.text ?? ''} />
        </button>
      ))}
    </>
  );
}
