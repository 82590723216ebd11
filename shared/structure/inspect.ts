import type { MarkdownDocument } from '../markdown/document.ts';
import { countWords } from '../model/text.ts';
import { readArchiveNote } from './archive-note.ts';
import { readEmails, readPhones } from './contacts.ts';
import { readDataPractices } from './data-practices.ts';
import { readDates } from './dates.ts';
import { readDefinedTerms } from './defined-terms.ts';
import { readHistory } from './document-history.ts';
import { findEmails } from './email-addresses.ts';
import { readEntities } from './entities.ts';
import type { ArchiveNote, Inspection } from './inspection.ts';
import { guessLanguage } from './language.ts';
import { readLinks } from './links.ts';
import { readOutline } from './outline.ts';
import { makeReading, type Reading } from './reading.ts';
import { readCrossReferences } from './section-references.ts';
import { readSelfNames } from './self-names.ts';
import { readTimeCommitments } from './time-commitments.ts';
import { readTitle } from './title.ts';
import { readVendors } from './vendors.ts';

/** Reads what a policy's text says. Pure, and total: every text gives some reading. */
export function inspect(document: MarkdownDocument): Inspection {
  const reading = makeReading(document);
  const archive = readArchiveNote(reading);
  const history = readHistory(reading);
  const definedTerms = readDefinedTerms(reading);
  const vendors = readVendors(
    reading,
    ownNames(reading, archive),
    lowerCase(definedTerms.map(({ term }) => term)),
  );
  const title = readTitle(reading, archive);
  const sections = readOutline(reading);
  return {
    format: 'codicil.inspect/1',
    title,
    language: guessLanguage(document.text),
    words: countWords(document.text),
    archive,
    dates: readDates(reading, archive, history),
    entities: readEntities(reading, vendors, title),
    emails: readEmails(reading),
    phones: readPhones(reading),
    sections,
    definedTerms,
    vendors,
    dataPractices: readDataPractices(reading).map(({ practice }) => practice),
    timeCommitments: readTimeCommitments(reading, history),
    history,
    links: readLinks(reading),
    crossReferences: readCrossReferences(reading, sections),
    diagnostics: [],
  };
}

/** The policy's own names as its addresses and the archive's note give them. */
function ownNames(reading: Reading, archive: ArchiveNote | null): ReadonlySet<string> {
  const hosts = findEmails(reading.text).map(({ email }) => /@([^.]+)\./.exec(email)?.[1] ?? '');
  return lowerCase([archive?.company ?? '', ...hosts, ...readSelfNames(reading)]);
}

function lowerCase(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter(Boolean).map((name) => name.toLowerCase()));
}
