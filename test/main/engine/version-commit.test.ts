import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readVersionCommit, writeVersionCommit } from '../../../main/engine/exchange/version-commit.ts';
import { parseCommit } from '../../../main/engine/import/git/git-object.ts';
import { hashEntry, hashText, type VersionEntry } from '../../../main/engine/store/version-entry.ts';
import { unwrap } from '../../helpers/test-library.ts';

const OID = 'a'.repeat(40);
const HASH = hashText('We ferry you.');

/** Words, and what breaks commits: line ends, trailers of others and of ours, angle brackets, controls. */
const line = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    '\n\n',
    'Mara <mara@fernholm.example>',
    'Mara <',
    '> 1 +0000',
    '\0',
    '\r\n',
    '"quoted"',
    '{}',
  ),
  fc.constantFrom(
    'Codicil-Format: codicil.version/1',
    '\n\nCodicil-Format: codicil.version/1\nCodicil-Number: 9\n',
  ),
);
const text = fc.array(line, { maxLength: 4 }).map((parts) => parts.join('\n'));
const entry: fc.Arbitrary<VersionEntry> = fc.record({
  number: fc.integer({ min: 1, max: 9999 }),
  effectiveDate: fc.constantFrom(null, '2019-05-02', '0001-01-01'),
  savedAt: fc.constantFrom(
    '2019-05-02T08:00:00.123Z',
    '1950-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ),
  author: line,
  note: text,
  kind: fc.constantFrom('editorial', 'substantive'),
  source: fc.oneof(
    fc.constant({ kind: 'written' as const }),
    fc.record({ kind: fc.constant('imported' as const), from: line, format: fc.constant('git'), url: line }),
  ),
  textHash: fc.constant(HASH),
  previousHash: fc.constantFrom(null, HASH),
});

test('a version comes back from its commit as it was, whatever stands in its fields', () => {
  fc.assert(
    fc.property(entry, line, (fields, name) => {
      const version = { ...fields, entryHash: hashEntry(fields), company: name, policy: name };
      const commit = parseCommit(OID, writeVersionCommit(version, OID, OID));
      expect(commit && unwrap(readVersionCommit(commit))).toEqual(version);
    }),
    { numRuns: 500 },
  );
});

test('a commit says to git who wrote the version, when and why', () => {
  const fields: VersionEntry = {
    number: 3,
    effectiveDate: '2019-05-02',
    savedAt: '2019-04-30T08:00:00.000Z',
    author: 'Mara Lindqvist <mara@fernholm.example>',
    note: 'Keep it longer\n\nCounsel asked for it.',
    kind: 'substantive',
    source: { kind: 'written' },
    textHash: HASH,
    previousHash: null,
  };
  const version = { ...fields, entryHash: hashEntry(fields), company: 'Fernholm Ferries', policy: 'Terms' };
  expect(writeVersionCommit(version, OID, null).toString()).toBe(
    [
      `tree ${OID}`,
      'author Mara Lindqvist <mara@fernholm.example> 1556611200 +0000',
      'committer Mara Lindqvist <mara@fernholm.example> 1556611200 +0000',
      '',
      'Keep it longer',
      '',
      'Counsel asked for it.',
      '',
      'Codicil-Format: codicil.version/1',
      'Codicil-Company: Fernholm Ferries',
      'Codicil-Policy: Terms',
      'Codicil-Number: 3',
      'Codicil-Effective-Date: 2019-05-02',
      'Codicil-Saved-At: 2019-04-30T08:00:00.000Z',
      'Codicil-Kind: substantive',
      'Codicil-Source: {"kind":"written"}',
      `Codicil-Text-SHA256: ${HASH}`,
      `Codicil-Entry-SHA256: ${version.entryHash}`,
      '',
    ].join('\n'),
  );
});

test('a changed field is noticed', () => {
  const fields: VersionEntry = {
    number: 1,
    effectiveDate: null,
    savedAt: '2019-04-30T08:00:00.000Z',
    author: 'Mara',
    note: 'First',
    kind: 'editorial',
    source: { kind: 'written' },
    textHash: HASH,
    previousHash: null,
  };
  const version = { ...fields, entryHash: hashEntry(fields), company: 'F', policy: 'T' };
  const content = writeVersionCommit(version, OID, null).toString();
  for (const [from, to] of [
    ['First', 'Second'],
    ['author Mara', 'author Nils'],
    ['editorial', 'substantive'],
    ['Number: 1', 'Number: 2'],
  ] as const) {
    const commit = parseCommit(OID, Buffer.from(content.replace(from, to)));
    expect(commit && readVersionCommit(commit)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  }
});
