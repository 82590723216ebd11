import type { ReactNode } from 'react';
import type { TextRange } from '../../../shared/model/text.ts';
import type { DateKind, Inspection } from '../../../shared/structure/inspection.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount, formatDate } from '../../components/format-date.ts';
import { languageName } from './language-name.ts';
import { useGoTo } from './use-place.ts';
import './details-panel.css';

const DATE_NAMES: Readonly<Record<DateKind, string>> = {
  effective: 'Effective',
  'last-updated': 'Last updated',
  published: 'Published',
  archived: 'Archived',
};

/** Who speaks in the text, since when, and how to reach them: each value leads to its place. */
export function DetailsPanel({ inspection }: { readonly inspection: Inspection }) {
  const { title, dates, entities, emails, phones, archive, language, words } = inspection;
  if (words === 0)
    return (
      <EmptyState place="panel" title="Nothing written yet">
        Title, dates, companies and contacts are read from the text and shown here.
      </EmptyState>
    );
  return (
    <div className="details selectable">
      <Group name="Document">
        <Fact name="Title">{title || 'None found'}</Fact>
        <Fact name="Language">{languageName(language)}</Fact>
        <Fact name="Length">{formatCount(words, 'word')}</Fact>
        {archive ? (
          <Fact name="Archived" place={archive}>
            {formatDate(archive.archivedOn)}, {archive.host}
          </Fact>
        ) : null}
      </Group>
      <Group name="Dates" empty={dates.length === 0 ? 'No effective date is stated.' : null}>
        {dates.map((date) => (
          <Fact key={date.range.from} name={DATE_NAMES[date.kind]} place={date}>
            {formatDate(date.iso)}
          </Fact>
        ))}
      </Group>
      <Group
        name="Legal entities"
        empty={entities.length === 0 ? 'No company is named with its legal form.' : null}
      >
        {entities.map((entity) => (
          <Fact key={`${entity.name}-${entity.range.from}`} name={entity.role || 'Named'} place={entity}>
            {entity.name}
            {entity.address ? <span className="details-sub">{entity.address}</span> : null}
            {entity.id ? <span className="details-sub">{entity.id}</span> : null}
          </Fact>
        ))}
      </Group>
      <Group
        name="Contacts"
        empty={emails.length + phones.length === 0 ? 'No address to write to is given.' : null}
      >
        {emails.map((email) => (
          <Fact
            key={email.email}
            name={email.occurrences > 1 ? `E-mail ×${email.occurrences}` : 'E-mail'}
            place={email}
          >
            {email.email}
          </Fact>
        ))}
        {phones.map((phone) => (
          <Fact key={phone} name="Phone">
            {phone}
          </Fact>
        ))}
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly name: string;
  readonly empty?: string | null;
  readonly children: ReactNode;
}

function Group({ name, empty = null, children }: GroupProps) {
  return (
    <section className="details-group">
      <h3>{name}</h3>
      {empty ? <p className="details-empty">{empty}</p> : <dl>{children}</dl>}
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly place?: { readonly range: TextRange };
}

function Fact({ name, children, place }: FactProps) {
  const goTo = useGoTo();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {place ? (
          <button type="button" className="details-value" onClick={() => goTo(place)}>
            {children}
          </button>
        ) : (
          children
        )}
      </dd>
    </>
  );
}
