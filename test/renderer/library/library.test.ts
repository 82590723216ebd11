import { describe, expect, it } from 'vitest';
import { createJobs } from '../../../renderer/app/jobs.ts';
import { createNavigator } from '../../../renderer/app/navigation.ts';
import { createNotices } from '../../../renderer/app/notices.ts';
import { createImporter, summariseImport } from '../../../renderer/library/importer.ts';
import { companiesOf, createLibrary, findPolicy } from '../../../renderer/library/library-store.ts';
import { addRecent, parseRecent } from '../../../renderer/library/recent-policies.ts';
import {
  dateRange,
  excerptParts,
  groupHits,
  versionRange,
} from '../../../renderer/library/search-results.ts';
import { targetOf } from '../../../renderer/library/tree-keys.ts';
import type { SearchHit } from '../../../shared/ipc/history-requests.ts';
import type { ImportReport } from '../../../shared/ipc/import-requests.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import { fakeClient } from '../helpers/fake-client.ts';
import { detail } from '../helpers/policies.ts';

const COMPANIES = [{ id: 1, slug: 'fennel', name: 'Fennel & Rook', policies: [detail(7, 2).policy] }];
const listing = { file: '/tmp/library', companies: COMPANIES };

describe('library', () => {
  it('lists, and finds what a row stands for', async () => {
    const library = createLibrary(fakeClient({ 'library.list': () => ok(listing) }));
    expect(companiesOf(library.store.get())).toEqual([]);
    await library.reload();
    const companies = companiesOf(library.store.get());
    expect(findPolicy(companies, 7)?.company.name).toBe('Fennel & Rook');
    expect(targetOf('policy-7', companies)).toMatchObject({ kind: 'policy', name: 'Privacy Policy' });
    expect(targetOf('company-1', companies)).toMatchObject({ kind: 'company' });
    expect(targetOf('policy-8', companies)).toBeNull();
  });

  it('keeps the reason when it cannot be opened', async () => {
    const library = createLibrary(
      fakeClient({ 'library.list': () => fail('library-newer', 'This library is newer.') }),
    );
    await library.reload();
    expect(library.store.get()).toMatchObject({ kind: 'failed', failure: { code: 'library-newer' } });
  });
});

describe('recent policies', () => {
  it('keeps the last five, each once, newest first', () => {
    let stored = '';
    for (const id of [1, 2, 3, 2, 4, 5, 6]) stored = addRecent(stored, id);
    expect(parseRecent(stored)).toEqual([6, 5, 4, 2, 3]);
  });
  it('leaves out what is broken', () => {
    expect(parseRecent('4,x,-1,,2.5,9')).toEqual([4, 9]);
  });
});

describe('import', () => {
  const report: ImportReport = {
    files: [
      { file: 'a.md', outcome: 'imported', policyId: 7, diagnostics: [] },
      { file: 'b.md', outcome: 'already-there', diagnostics: [] },
      { file: 'c.bin', outcome: 'refused', diagnostics: [{ severity: 'error', message: 'not text' }] },
    ],
  };
  it('says what became of the files', () => {
    expect(summariseImport(report)).toBe('1 imported, 1 already there, 1 refused.');
    expect(summariseImport({ files: [] })).toBe('Nothing to import was found.');
  });

  it('imports what was dropped and shows the report', async () => {
    const client = fakeClient({
      'import.survey': () => ok({ folders: [], repositories: [] }),
      'import.paths': () => ok(report),
      'library.list': () => ok(listing),
    });
    const navigator = createNavigator();
    const importer = createImporter({
      client,
      jobs: createJobs(client),
      library: createLibrary(client),
      navigator,
      notices: createNotices(),
    });
    await importer.importDropped([new File(['x'], 'a.md')]);
    expect(client.asked[1]).toMatchObject({ name: 'import.paths', args: { paths: ['/dropped/a.md'] } });
    expect(navigator.store.get().dialog).toEqual({ kind: 'import-report', report });
  });

  it('asks which text of tracked changes counts, and only where there are some', async () => {
    const opened: unknown[] = [];
    for (const trackedFiles of [1, 0]) {
      const client = fakeClient({
        'import.survey': () => ok({ folders: [], repositories: [] }),
        'import.preview': () => ok({ policies: [], refused: [], trackedFiles }),
        'import.paths': () => ok(report),
        'library.list': () => ok(listing),
      });
      const [navigator, library, jobs] = [createNavigator(), createLibrary(client), createJobs(client)];
      const importer = createImporter({ client, jobs, library, navigator, notices: createNotices() });
      await importer.importPaths(['a.docx']);
      opened.push(navigator.store.get().dialog?.kind);
    }
    expect(opened).toEqual(['import-preview', 'import-report']);
  });
});

describe('search results', () => {
  const hit = (part: Partial<SearchHit>): SearchHit => ({
    policyId: 1,
    company: 'Fennel & Rook',
    policy: 'Privacy Policy',
    fromVersion: 3,
    toVersion: 9,
    fromDate: '2014-03-03',
    toDate: '2019-05-02',
    versionId: 5,
    section: [],
    line: 4,
    excerpt: 'we use arbitration here',
    matches: [{ from: 7, to: 18 }],
    ...part,
  });
  it('groups by policy in the order of the best hit', () => {
    const groups = groupHits([hit({ policyId: 2 }), hit({}), hit({ policyId: 2, line: 9 })]);
    expect(groups.map((group) => [group.policyId, group.hits.length])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });
  it('says in which versions a passage stands', () => {
    expect(versionRange(hit({}))).toBe('in versions 3 to 9');
    expect(versionRange(hit({ fromVersion: 4, toVersion: 4 }))).toBe('in version 4');
    expect(dateRange(hit({}))).toBe('3 Mar 2014 to 2 May 2019');
    expect(dateRange(hit({ fromVersion: 9 }))).toBe('3 Mar 2014');
  });
  it('marks matches and loses no character of a short excerpt', () => {
    const parts = excerptParts(hit({}));
    expect(parts.map((part) => part.text).join('')).toBe('we use arbitration here');
    expect(parts.filter((part) => part.matched).map((part) => part.text)).toEqual(['arbitration']);
  });
  it('cuts a long excerpt around the match, at words', () => {
    const excerpt = `${'word '.repeat(100)}arbitration${' word'.repeat(200)}`;
    const text = excerptParts({ excerpt, matches: [{ from: 500, to: 511 }] })
      .map((part) => part.text)
      .join('');
    expect(text).toMatch(/^…word .*arbitration.* word…$/);
    expect(text.length).toBeLessThan(500);
  });
  it('survives matches that overlap or leave the excerpt', () => {
    const parts = excerptParts({
      excerpt: 'abc',
      matches: [
        { from: 0, to: 2 },
        { from: 1, to: 9 },
      ],
    });
    expect(parts.map((part) => part.text).join('')).toBe('abc');
  });
});
