import { Search } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { SearchFilter, SearchHit, WordsInPolicy } from '../../shared/ipc/history-requests.ts';
import type { Failure } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { formatCount } from '../components/format-date.ts';
import { revealPassage } from '../editor/reveal-passage.ts';
import { companiesOf, findPolicy } from './library-store.ts';
import { SearchFilters } from './search-filters.tsx';
import {
  dateRange,
  excerptParts,
  groupHits,
  type HitGroup,
  versionRange,
  whenWords,
} from './search-results.ts';
import './search-view.css';

/** Typing is not interrupted for each letter; a pause this long starts the search. */
const PAUSE_MS = 180;
const LIMIT = 200;

type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'done';
      readonly query: string;
      readonly hits: readonly SearchHit[];
      /** When the words came into each policy and went; empty while that is not known. */
      readonly when: readonly WordsInPolicy[];
    };

/** Words and phrases in every version of every policy. */
export function SearchView() {
  const { preferences } = useServices();
  const [query, setQuery] = useState(preferences.recall('search', ''));
  const [filter, setFilter] = useState<SearchFilter>({});
  const state = useSearch(query, filter);
  const view = useRef<HTMLElement>(null);
  useResultKeys(view);
  return (
    <section ref={view} className="search" aria-label="Search all versions">
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
      <SearchFilters filter={filter} onChange={setFilter} />
      <SearchResults state={state} />
    </section>
  );
}

function useSearch(query: string, filter: SearchFilter): SearchState {
  const { client, navigator } = useServices();
  const [state, setState] = useState<SearchState>({ kind: 'idle' });
  const ticket = useRef(0);
  useEffect(() => {
    ticket.current += 1;
    const own = ticket.current;
    const wanted = query.trim();
    if (wanted === '') return setState({ kind: 'idle' });
    const timer = setTimeout(async () => {
      const { company, policyId } = filter;
      const narrow = { ...(company ? { company } : {}), ...(policyId ? { policyId } : {}) };
      const [answer, when] = await Promise.all([
        client.request('search.run', { query: wanted, limit: LIMIT, filter }),
        client.request('search.when', { query: wanted, filter: narrow }),
      ]);
      if (own !== ticket.current) return;
      if (!answer.ok) return setState({ kind: 'failed', failure: answer.error });
      setState({ kind: 'done', query: wanted, hits: answer.value, when: when.ok ? when.value : [] });
      navigator.announce(formatCount(answer.value.length, 'result'));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, filter, client, navigator]);
  return state;
}

/** The down key goes from the field to the results, and both arrows go through them. */
function useResultKeys(view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = view.current;
    if (!element) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      const target = event.target instanceof Element ? event.target : null;
      if (!target?.closest('.search-field, .search-hit')) return;
      const hits = [...element.querySelectorAll<HTMLElement>('.search-hit')];
      const at = hits.findIndex((hit) => hit.contains(target));
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      const field = element.querySelector<HTMLElement>('.search-field input');
      event.preventDefault();
      (next < 0 ? field : hits[Math.min(next, hits.length - 1)])?.focus();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [view]);
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
        Try fewer words, or only the beginning of a word followed by{'\u00a0'}*.
      </EmptyState>
    );
  return (
    <div className="search-groups">
      {state.hits.length === LIMIT ? (
        <p className="search-limit">Only the first {LIMIT} results are shown.</p>
      ) : null}
      {groupHits(state.hits).map((group) => (
        <ResultGroup
          key={group.policyId}
          group={group}
          when={state.when.find(({ policyId }) => policyId === group.policyId) ?? null}
        />
      ))}
    </div>
  );
}

interface ResultGroupProps {
  readonly group: HitGroup;
  readonly when: WordsInPolicy | null;
}

function ResultGroup({ group, when }: ResultGroupProps) {
  const { library } = useServices();
  const known = findPolicy(useStore(library.store, companiesOf), group.policyId);
  return (
    <section className="search-group">
      <h2>
        {known?.policy.name ?? group.policy}
        <span className="search-company">{known?.company.name ?? group.company}</span>
        <span className="search-count">{group.hits.length}</span>
      </h2>
      {when ? <p className="search-when">{whenWords(when)}</p> : null}
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
    const { versionId } = hit;
    const loaded = await services.client.request('text.load', { ref: { kind: 'version', versionId } });
    const words = hit.excerpt.trim();
    const from = loaded.ok ? loaded.value.text.indexOf(words) : -1;
    services.navigator.read(versionId, from < 0 ? undefined : { from, to: from + words.length });
    services.notices.add({
      tone: 'info',
      text: `The text no longer says this. It stood ${versionRange(hit)} (${dateRange(hit)}).`,
    });
  };
  return (
    <button type="button" className="search-hit" onClick={() => void open()}>
      <span className="search-versions">
        {versionRange(hit)}
        <span className="search-dates">{dateRange(hit)}</span>
      </span>
      <span className="search-excerpt">
        {hit.section.length > 0 ? <span className="search-path">{hit.section.join(' › ')}</span> : null}
        {excerptParts(hit).map((part) =>
          part.matched ? <mark key={part.from}>{part.text}</mark> : <span key={part.from}>{part.text}</span>,
        )}
      </span>
    </button>
  );
}
