import { type LibraryDates, NO_LIBRARY_DATES } from '../../shared/checks/library-dates.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import type { Connection } from './store/connection.ts';
import { findVersion, listVersions } from './store/versions.ts';

/** What the library knows of the dates of a text: of a version, its own and those before it; of a draft, all that were saved. */
export function libraryDatesOf(connection: Connection, ref: TextReference): LibraryDates {
  switch (ref.kind) {
    case 'text':
      return NO_LIBRARY_DATES;
    case 'draft':
      return { own: null, versions: listVersions(connection, ref.policyId) };
    case 'version': {
      const version = findVersion(connection, ref.versionId);
      if (!version) return NO_LIBRARY_DATES;
      const upTo = listVersions(connection, version.policyId).filter(
        ({ number }) => number <= version.number,
      );
      return { own: version.effectiveDate, versions: upTo };
    }
  }
}
