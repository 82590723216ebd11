import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { SearchHit } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { formatCount } from '../components/format-date.ts';
import { revealPassage } from '../editor/reveal-passage.ts';
import { companiesOf, findPolicy } from './library-store.ts';
import { excerptParts, groupHits, type HitGroup, versionRange } from './search-results.ts';
import './search-view.css';

/** Typing is not interrupted for each letter; a pause this long starts the search. */
const PAUSE_MS = 180;
const LIMIT = 200;

type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly query: string; readonly hits: readonly SearchHit[] };

/** Words and phrases in every version of every policy. */
export function SearchView() {
  const { preferences } = useServices();
  const [query, setQuery] = useState(preferences.recall('search', ''));
  const state = useSearch(query);
  return (
    <section className="search" aria-label="Search all versions">
      <SearchField
        className="field search-field"
        value={query}
        onChange={(next) => {
          setQuery(next);
          preferences.remember('search', next);
        }}
        maxLength={500}
        autoFocus
      >
        <Label>Search every version of every policy</Label>
        <Input placeholder="Words, or a “phrase in quotation marks”" />
      </SearchField>
      <SearchResults state={state} />
    </section>
  );
}

function useSearch(query: string): SearchState {
  const { client, navigator } = useServices();
  const [state, setState] = useState<SearchState>({ kind: 'idle' });
  const ticket = useRef(0);
  useEffect(() => {
    ticket.current += 1;
    const own = ticket.current;
    const wanted = query.trim();
    if (wanted === '') return setState({ kind: 'idle' });
    const timer = setTimeout(async () => {
      const answer = await client.request('search.run', { query: wanted, limit: LIMIT });
      if (own !== ticket.current) return;
      if (!answer.ok) return setState({ kind: 'failed', failure: answer.error });
      setState({ kind: 'done', query: wanted, hits: answer.value });
      navigator.announce(formatCount(answer.value.length, 'result'));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, client, navigator]);
  return state;
}

function SearchResults({ state }: { readonly state: SearchState }) {
  if (state.kind === 'idle')
    return (
      <EmptyState icon={Search} title="When did a word come in, and who has it now?">
        Results show the versions in which a passage stands, from the first to the last.
      </EmptyState>
    );
  if (state.kind === 'failed')
    return (
      <EmptyState tone="error" title="The search could not be run">
        {state.failure.message}
      </EmptyState>
    );
  if (state.hits.length === 0)
    return (
      <EmptyState icon={Search} title={`Nothing found for ${state.query}`}>
        Try fewer words, or only the beginning of a word followed by *.
      </EmptyState>
    );
  return (
    <div className="search-groups">
      {state.hits.length === LIMIT ? (
        <p className="search-limit">Only the first {LIMIT} results are shown.</p>
      ) : null}
      {groupHits(state.hits).map((group) => (
        <ResultGroup key={group.policyId} group={group} />
      ))}
    </div>
  );
}

function ResultGroup({ group }: { readonly group: HitGroup }) {
  const { library } = useServices();
  const known = findPolicy(useStore(library.store, companiesOf), group.policyId);
  return (
    <section className="search-group">
      <h2>
        {known?.policy.name ?? group.policy}
        <span className="search-company">{known?.company.name ?? group.company}</span>
        <span className="search-count">{group.hits.length}</span>
      </h2>
      <ul>
        {group.hits.map((hit) => (
          <li key={`${hit.versionId}-${hit.line}-${hit.fromVersion}`}>
            <ResultRow hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ResultRow({ hit }: { readonly hit: SearchHit }) {
  const services = useServices();
  const open = async (): Promise<void> => {
    await services.session.open(hit.policyId);
    services.navigator.show('editor');
    const shown = await revealPassage(services.session, hit.excerpt.trim());
    if (shown) return;
    services.navigator.show('history');
    services.notices.add({
      tone: 'info',
      text: `The text no longer says this. It stood ${versionRange(hit)}.`,
    });
  };
  return (
    <button type="button" className="search-hit" onClick={() => void open()}>
      <span className="search-versions">{versionRange(hit)}</span>
      <span className="search-excerpt">
        {excerptParts(hit).map((part) =>
          part.matched ? <mark key={part.from}>{part.text}</mark> : <span key={part.from}>{part.text}</span>,
        )}
      </span>
    </button>
  );
}
