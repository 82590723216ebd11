import type { MarkdownDocument } from '../markdown/document.ts';
import { countWords } from '../model/text.ts';
import { readArchiveNote } from './archive-note.ts';
import { readEmails, readPhones } from './contacts.ts';
import { readDates } from './dates.ts';
import { readDefinedTerms } from './defined-terms.ts';
import { readHistory } from './document-history.ts';
import { readEntities } from './entities.ts';
import type { Inspection } from './inspection.ts';
import { guessLanguage } from './language.ts';
import { readLinks } from './links.ts';
import { readOutline } from './outline.ts';
import { makeReading } from './reading.ts';
import { readTimeCommitments } from './time-commitments.ts';
import { readTitle } from './title.ts';
import { readVendors } from './vendors.ts';

/** Reads what a policy's text says. Pure, and total: every text gives some reading. */
export function inspect(document: MarkdownDocument): Inspection {
  const reading = makeReading(document);
  const archive = readArchiveNote(reading);
  const history = readHistory(reading);
  const vendors = readVendors(reading);
  return {
    format: 'codicil.inspect/1',
    title: readTitle(reading, archive),
    language: guessLanguage(document.text),
    words: countWords(document.text),
    archive,
    dates: readDates(reading, archive, history),
    entities: readEntities(reading, vendors),
    emails: readEmails(reading),
    phones: readPhones(reading),
    sections: readOutline(reading),
    definedTerms: readDefinedTerms(reading),
    vendors,
    timeCommitments: readTimeCommitments(reading, history),
    history,
    links: readLinks(reading),
    diagnostics: [],
  };
}
