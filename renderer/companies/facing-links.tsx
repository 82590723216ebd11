import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type {
  AlignmentTopic,
  LinkOverride,
  LinkReasons,
  PassageSummary,
} from '../../shared/align/alignment.ts';
import { Button } from '../components/button.tsx';
import type { FacingLink } from './facing-rows.ts';

/** Says of two passages that they correspond or do not; null takes back what was said. */
export type Judge = (
  verdict: LinkOverride['verdict'] | null,
  lead: PassageSummary,
  other: PassageSummary,
) => void;

interface FacingLinksProps {
  readonly lead: PassageSummary;
  readonly links: readonly FacingLink[];
  readonly topics: ReadonlyMap<string, AlignmentTopic>;
  readonly choices: readonly PassageSummary[];
  readonly onJudge?: Judge;
}

/** Why the passages of a row are held to correspond, on demand, and whether the user agrees. */
export function FacingLinks({ lead, links, topics, choices, onJudge }: FacingLinksProps): ReactNode {
  const named = topicNames(
    links.flatMap(({ link }) => link.reasons.topics),
    topics,
  );
  return (
    <details className="facing-why">
      <summary>{`Why these: ${named.slice(0, 3).join(', ') || tellOrigin(links)}`}</summary>
      <ul>
        {links.map(({ passage, link }) => (
          <li key={passage.id}>
            <div className="facing-link">
              <strong>{passage.heading || 'Passage without a heading'}</strong>
              {onJudge ? (
                <Verdict
                  isConfirmed={link.origin === 'confirmed'}
                  onJudge={(verdict) => onJudge(verdict, lead, passage)}
                />
              ) : null}
            </div>
            {link.origin === 'confirmed' ? <p>Confirmed by you.</p> : null}
            <Reasons reasons={link.reasons} topics={topics} />
          </li>
        ))}
      </ul>
      {onJudge ? <LinkTo lead={lead} choices={choices} onJudge={onJudge} /> : null}
    </details>
  );
}

interface VerdictProps {
  readonly isConfirmed: boolean;
  readonly onJudge: (verdict: LinkOverride['verdict'] | null) => void;
}

function Verdict({ isConfirmed, onJudge }: VerdictProps): ReactNode {
  if (isConfirmed)
    return (
      <Button variant="quiet" onPress={() => onJudge(null)}>
        Take back
      </Button>
    );
  return (
    <>
      <Button variant="quiet" icon={Check} onPress={() => onJudge('confirmed')}>
        Confirm
      </Button>
      <Button variant="quiet" icon={X} onPress={() => onJudge('broken')}>
        Not the same
      </Button>
    </>
  );
}

interface ReasonsProps {
  readonly reasons: LinkReasons;
  readonly topics: ReadonlyMap<string, AlignmentTopic>;
}

function Reasons({ reasons, topics }: ReasonsProps): ReactNode {
  const named = topicNames(reasons.topics, topics);
  if (named.length === 0 && reasons.sharedTerms.length === 0) return null;
  return (
    <dl>
      <dt>Topics in common</dt>
      <dd>{named.join(', ') || 'none'}</dd>
      <dt>Words in common</dt>
      <dd>{reasons.sharedTerms.join(', ') || 'none of weight'}</dd>
      <dt>Likeness</dt>
      <dd>
        {`topics ${percent(reasons.topicSimilarity)}, headings ${percent(reasons.headingSimilarity)}, wording ${percent(reasons.wordingSimilarity)}`}
      </dd>
    </dl>
  );
}

interface LinkToProps {
  readonly lead: PassageSummary;
  readonly choices: readonly PassageSummary[];
  readonly onJudge: Judge;
}

/** Makes a link that was not found. */
export function LinkTo({ lead, choices, onJudge }: LinkToProps): ReactNode {
  return (
    <select
      className="facing-link-to"
      aria-label={`Link “${lead.heading || 'this passage'}” to a passage of the other policy`}
      value=""
      onChange={(event) => {
        const passage = choices.find(({ id }) => id === event.target.value);
        if (passage) onJudge('confirmed', lead, passage);
      }}
    >
      <option value="">Link to…</option>
      {choices.map((passage) => (
        <option key={passage.id} value={passage.id}>
          {passage.heading || `Lines ${passage.fromLine}–${passage.toLine}`}
        </option>
      ))}
    </select>
  );
}

function topicNames(ids: readonly string[], topics: ReadonlyMap<string, AlignmentTopic>): readonly string[] {
  return [...new Set(ids)].map((id) => topics.get(id)?.name ?? id);
}

function tellOrigin(links: readonly FacingLink[]): string {
  return links.every(({ link }) => link.origin === 'confirmed') ? 'confirmed by you' : 'wording';
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
