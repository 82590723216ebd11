import { X } from 'lucide-react';
import type { SearchFilter } from '../../shared/ipc/history-requests.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { companiesOf } from './library-store.ts';

interface SearchFiltersProps {
  readonly filter: SearchFilter;
  readonly onChange: (filter: SearchFilter) => void;
}

/** Confines a search to a company, to what was in force between two days, and to sections by their headings. */
export function SearchFilters({ filter, onChange }: SearchFiltersProps) {
  const { library } = useServices();
  const companies = useStore(library.store, companiesOf);
  const change = (part: { readonly [Name in keyof SearchFilter]: SearchFilter[Name] | '' }): void =>
    onChange(withoutEmpty({ ...filter, ...part }));
  return (
    <fieldset className="search-filters">
      <legend className="visually-hidden">Only in</legend>
      <label className="field search-select">
        <span className="field-label">Company</span>
        <select value={filter.company ?? ''} onChange={({ target }) => change({ company: target.value })}>
          <option value="">All companies</option>
          {companies.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Field
        label="In force from"
        type="date"
        value={filter.from ?? ''}
        onChange={(from) => change({ from })}
      />
      <Field label="until" type="date" value={filter.to ?? ''} onChange={(to) => change({ to })} />
      <Field
        label="Section"
        value={filter.section ?? ''}
        maxLength={500}
        onChange={(section) => change({ section })}
      />
      <Button
        icon={X}
        variant="quiet"
        isDisabled={Object.keys(filter).length === 0}
        onPress={() => onChange({})}
      >
        Clear
      </Button>
    </fieldset>
  );
}

function withoutEmpty(filter: Readonly<Record<string, string | number | undefined>>): SearchFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined),
  ) as SearchFilter;
}
