import type { ReactNode } from 'react';
import type { TextRange } from '../../../shared/model/text.ts';
import { findEmails } from '../../../shared/structure/email-addresses.ts';
import type { DateKind, Inspection } from '../../../shared/structure/inspection.ts';
import {
  addDate,
  renameEmail,
  renameEntity,
  writeDate,
  writeEntityDetail,
  writePhone,
  writeTitle,
} from '../../../shared/structure/lenses/details-lens.ts';
import type { LensEdits } from '../../../shared/structure/lenses/edits.ts';
import { formatCount, formatDate } from '../../components/format-date.ts';
import { InlineField } from '../../components/inline-field.tsx';
import { languageName } from './language-name.ts';
import { rowInReading } from './row-in-reading.ts';
import { useGoTo, useShowPlace } from './use-place.ts';
import { type LensWrite, useTextUndo, useWriteBack } from './use-write-back.ts';
import './details-panel.css';

const DATE_NAMES: Readonly<Record<DateKind, string>> = {
  effective: 'Effective',
  'last-updated': 'Last updated',
  published: 'Published',
  archived: 'Archived',
};
/** What every policy should say of when it holds. */
const WANTED_DATES = ['effective', 'last-updated'] as const;

/** Who speaks in the text, since when, and how to reach them: what is written over here is written over in the text. */
export function DetailsPanel({ inspection }: { readonly inspection: Inspection }) {
  const { title, dates, entities, emails, phones, archive, language, words } = inspection;
  const titleSection = inspection.sections.find(({ heading }) => heading === title);
  const titleIsElsewhere = title !== '' && !titleSection;
  return (
    <div className="details">
      <Group name="Document">
        <TextFact
          name="Title"
          value={title}
          placeholder="Write a title"
          {...(titleSection ? { place: titleSection } : {})}
          {...(titleIsElsewhere ? { readOnly: 'The title is no heading of the text: edit it there.' } : {})}
          write={(entered) => (document, read) => writeTitle(document, read, entered)}
        />
        <Fact name="Language">{languageName(language)}</Fact>
        <Fact name="Length">{formatCount(words, 'word')}</Fact>
        {archive ? (
          <Fact name="Archived">
            {formatDate(archive.archivedOn)}, {archive.host}
          </Fact>
        ) : null}
      </Group>
      <Group name="Dates">
        {dates.map((date, index) =>
          date.kind === 'archived' ? null : (
            <TextFact
              key={`${date.kind}-${date.range.from}`}
              name={DATE_NAMES[date.kind]}
              value={date.iso}
              type="date"
              place={date}
              write={(iso) => (document, read) =>
                inRow(
                  read.dates,
                  index,
                  (now) => now.kind === date.kind && now.iso === date.iso,
                  (at) => writeDate(document, read, at, iso),
                )
              }
            />
          ),
        )}
        {WANTED_DATES.filter((kind) => !dates.some((date) => date.kind === kind)).map((kind) => (
          <TextFact
            key={kind}
            name={DATE_NAMES[kind]}
            value=""
            type="date"
            write={(iso) => (document, read) => addDate(document, read, kind, iso)}
          />
        ))}
      </Group>
      <Group
        name="Legal entities"
        empty={entities.length === 0 ? 'No company is named with its legal form.' : null}
      >
        {entities.flatMap((entity, index) => [
          <TextFact
            key={`name-${entity.range.from}`}
            name={entity.role || 'Named'}
            value={entity.name}
            place={entity}
            refuse={(value) => (value.trim() ? null : 'A company has a name.')}
            write={(name) => (document, read) =>
              inRow(
                read.entities,
                index,
                (now) => now.name === entity.name,
                (at) => renameEntity(document, read, at, name),
              )
            }
          />,
          ...(['address', 'id'] as const).map((field) =>
            entity[field] ? (
              <TextFact
                key={`${field}-${entity.range.from}`}
                name={field === 'address' ? 'Address' : 'Register'}
                value={entity[field]}
                write={(value) => (document, read) =>
                  inRow(
                    read.entities,
                    index,
                    (now) => now.name === entity.name,
                    (at) => writeEntityDetail(document, read, at, field, value),
                  )
                }
              />
            ) : null,
          ),
        ])}
      </Group>
      <Group
        name="Contacts"
        empty={emails.length + phones.length === 0 ? 'No address to write to is given.' : null}
      >
        {emails.map((email, index) => (
          <TextFact
            key={`mail-${email.range.from}`}
            name={email.occurrences > 1 ? `E-mail ×${email.occurrences}` : 'E-mail'}
            value={email.email}
            place={email}
            refuse={(value) => (isEmail(value) ? null : 'This is no e-mail address.')}
            write={(value) => (document, read) =>
              inRow(
                read.emails,
                index,
                (now) => now.email === email.email,
                (at) => renameEmail(document, read, at, value),
              )
            }
          />
        ))}
        {phones.map((phone, index) => (
          <TextFact
            key={`phone-${phone}`}
            name="Phone"
            value={phone}
            refuse={(value) => (value.replace(/\D/g, '').length > 5 ? null : 'This is no telephone number.')}
            write={(value) => (document, read) =>
              inRow(
                read.phones,
                index,
                (now) => now === phone,
                (at) => writePhone(document, read, at, value),
              )
            }
          />
        ))}
      </Group>
    </div>
  );
}

function isEmail(value: string): boolean {
  return findEmails(value.trim())[0]?.email === value.trim();
}

/** Writes into the row that was drawn, wherever it stands by now; nowhere when that is not certain. */
function inRow<Row>(
  rows: readonly Row[],
  row: number,
  isSame: (row: Row) => boolean,
  write: (at: number) => LensEdits,
): LensEdits {
  const at = rowInReading(rows, row, isSame);
  return at < 0 ? null : write(at);
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

/** A value that is not written in the text as such. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="details-said selectable">{children}</dd>
    </>
  );
}

interface TextFactProps {
  readonly name: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly place?: { readonly range: TextRange };
  readonly readOnly?: string;
  readonly placeholder?: string;
  readonly refuse?: (value: string) => string | null;
  readonly write: (entered: string) => LensWrite;
}

/** A value of the text that can be written over. */
function TextFact({ name, value, place, write, ...rest }: TextFactProps) {
  const goTo = useGoTo();
  const show = useShowPlace();
  const writeBack = useWriteBack();
  const undo = useTextUndo();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <InlineField
          {...rest}
          label={name}
          value={value}
          onUndo={undo}
          {...(place ? { onFocus: () => show(place), onGoTo: () => goTo(place) } : {})}
          onWrite={(entered) =>
            writeBack(write(entered), {
              done: `${name}: ${entered}`,
              refused: `${name} could not be written as “${entered}” in this text.`,
            })
          }
        />
      </dd>
    </>
  );
}
