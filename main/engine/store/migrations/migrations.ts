import { versionsAndDrafts } from './0001-versions-and-drafts.ts';
import { searchIndex } from './0002-search-index.ts';
import { passageLinks } from './0003-passage-links.ts';
import { clauses } from './0004-clauses.ts';
import { formerNames } from './0005-former-names.ts';

/** Every schema step in order; the index of a step plus one is the `user_version` it leads to. Released steps never change. */
export const migrations: readonly string[] = [
  versionsAndDrafts,
  searchIndex,
  passageLinks,
  clauses,
  formerNames,
];

/** Marks a file as a Codicil library ("Codi" in ASCII), so that other programs' databases are refused. */
export const APPLICATION_ID = 0x436f6469;
