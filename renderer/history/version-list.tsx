import { Ellipsis, ExternalLink, Eye, Paperclip } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';
import { useServices } from '../app/services.ts';
import { IconButton } from '../components/button.tsx';
import { formatCount, formatDate, formatInstant } from '../components/format-date.ts';
import { MenuButton } from '../components/menu.tsx';
import { versionMenu } from './version-menu.ts';
import type { VersionPair } from './version-pair.ts';
import { listRows } from './version-rows.ts';

interface VersionListProps {
  readonly policyId: number;
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
  /** What the text tells of versions that the library does not hold. */
  readonly missing: readonly HistoryEntry[];
  readonly pair: VersionPair | null;
  readonly onSide: (side: keyof VersionPair, number: number) => void;
  readonly onRead: (version: VersionSummary) => void;
}

/** The versions as a table: which two to compare, since when each counts, and what changed. */
export function VersionList({ policyId, versions, missing, pair, onSide, onRead }: VersionListProps) {
  return (
    <div className="versions">
      <table>
        <thead>
          <tr>
            <th scope="col">Old</th>
            <th scope="col">New</th>
            <th scope="col">Version</th>
            <th scope="col">Effective</th>
            <th scope="col">What changed</th>
            <th scope="col">Words</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {listRows(versions, missing).map((row) =>
            row.kind === 'version' ? (
              <VersionRow
                key={row.version.id}
                version={row.version}
                before={row.before}
                pair={pair}
                onSide={onSide}
                onRead={onRead}
              />
            ) : (
              <MissingRow key={`stated-${row.entry.iso}`} policyId={policyId} entry={row.entry} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface VersionRowProps extends Omit<VersionListProps, 'policyId' | 'versions' | 'missing'> {
  readonly version: VersionSummary;
  readonly before: VersionSummary | null;
}

function VersionRow({ version, before, pair, onSide, onRead }: VersionRowProps) {
  const services = useServices();
  const { number } = version;
  const chosen = pair?.old === number || pair?.recent === number;
  return (
    <tr data-chosen={chosen || undefined}>
      <td>
        <SideRadio side="old" number={number} pair={pair} onSide={onSide} />
      </td>
      <td>
        <SideRadio side="recent" number={number} pair={pair} onSide={onSide} />
      </td>
      <td className="version-number">{number}</td>
      <td className="version-date">
        {version.effectiveDate ? (
          formatDate(version.effectiveDate)
        ) : (
          <span className="version-none">not stated</span>
        )}
        <span className="version-saved">saved {formatInstant(version.savedAt)}</span>
      </td>
      <td className="version-what selectable">
        <span className="version-kind" data-kind={version.kind}>
          {version.kind === 'editorial' ? 'Editorial' : 'Substantive'}
        </span>
        <Note note={version.note} />
        <span className="version-saved">{sourceWords(version)}</span>
        {version.correction ? <Correction correction={version.correction} /> : null}
      </td>
      <td className="version-words">
        {version.words.toLocaleString('en-GB')}
        <span className="version-saved">{before ? difference(version.words - before.words) : 'first'}</span>
      </td>
      <td className="version-actions">
        <IconButton icon={Eye} label={`Read version ${number}`} onPress={() => onRead(version)} />
        <MenuButton label={`Version ${number}`} entries={versionMenu(version, services)}>
          <AriaButton className="button button-icon" aria-label={`More for version ${number}`}>
            <Ellipsis aria-hidden size={16} />
          </AriaButton>
        </MenuButton>
      </td>
    </tr>
  );
}

/** More lines of a note than this are folded: an archive's recorder writes the same dozen under each of hundreds of versions. */
const SHOWN_LINES = 3;

/** The first line of a note, and under it what more it says: a commit's message has a subject and a body. */
function Note({ note }: { readonly note: string }) {
  const [subject = '', ...more] = note.split('\n').filter((line) => line.trim() !== '');
  if (subject === '') return <span className="version-none">No note</span>;
  const body = <span className="version-body">{more.join('\n')}</span>;
  return (
    <>
      {subject}
      {more.length > SHOWN_LINES ? (
        <details className="version-correction">
          <summary>More of the note</summary>
          {body}
        </details>
      ) : more.length > 0 ? (
        body
      ) : null}
    </>
  );
}

/** That date, note or kind were corrected, and what was said before. */
function Correction({ correction }: { readonly correction: NonNullable<VersionSummary['correction']> }) {
  const { savedAt, author, before } = correction;
  const date = before.effectiveDate ? `effective ${formatDate(before.effectiveDate)}` : 'without a date';
  return (
    <details className="version-correction">
      <summary>
        Corrected {formatInstant(savedAt)}
        {author ? ` by ${author}` : ''}
      </summary>
      Before: {before.kind}, {date}. {before.note || 'No note.'}
    </details>
  );
}

/** A version that only the text knows of: its date and note, and its link where one is given. */
function MissingRow({ policyId, entry }: { readonly policyId: number; readonly entry: HistoryEntry }) {
  const { client, navigator, notices } = useServices();
  const openLink = async (): Promise<void> => {
    const answer = await client.request('link.open', { url: entry.link });
    if (!answer.ok) notices.addFailure(answer.error);
  };
  return (
    <tr className="version-missing">
      <td colSpan={3} />
      <td className="version-date">{formatDate(entry.iso)}</td>
      <td className="version-what selectable" colSpan={2}>
        <span className="version-kind" data-kind="missing">
          Not in the library
        </span>
        {entry.note || 'Named in the text.'}
      </td>
      <td className="version-actions">
        <IconButton
          icon={Paperclip}
          label={`Attach the text of ${formatDate(entry.iso)}`}
          onPress={() => navigator.open({ kind: 'attach-version', policyId, entry })}
        />
        {entry.link ? (
          <IconButton icon={ExternalLink} label={`Open ${entry.link}`} onPress={() => void openLink()} />
        ) : null}
      </td>
    </tr>
  );
}

interface SideRadioProps {
  readonly side: keyof VersionPair;
  readonly number: number;
  readonly pair: VersionPair | null;
  readonly onSide: VersionListProps['onSide'];
}

function SideRadio({ side, number, pair, onSide }: SideRadioProps) {
  return (
    <input
      type="radio"
      name={`compare-${side}`}
      aria-label={`Compare version ${number} as the ${side === 'old' ? 'old' : 'new'} text`}
      checked={pair?.[side] === number}
      disabled={pair === null}
      onChange={() => onSide(side, number)}
    />
  );
}

function sourceWords({ author, source }: VersionSummary): string {
  const by = author ? `by ${author}` : '';
  const from = source.kind === 'imported' ? `imported from ${source.from.split(/[\\/]/).at(-1)}` : '';
  return [by, from].filter((part) => part !== '').join(', ');
}

function difference(words: number): string {
  if (words === 0) return 'same length';
  return `${words > 0 ? '+' : '−'}${formatCount(Math.abs(words), 'word')}`;
}
