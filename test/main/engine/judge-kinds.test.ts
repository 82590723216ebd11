import { expect, test } from 'vitest';
import { judgeKinds, type KindCache } from '../../../main/engine/judge-kinds.ts';
import type { Connection } from '../../../main/engine/store/connection.ts';
import type { NewVersion } from '../../../main/engine/store/versions.ts';
import { appendVersion } from '../../../main/engine/store/versions.ts';
import { plainPolicy } from '../../helpers/plain-policy.ts';
import { newVersion, openTestLibrary, unwrap } from '../../helpers/test-library.ts';

const imported = { kind: 'imported', from: 'a repository', format: 'git' } as const;
const texts = [
  '# Terms\n\nWe keep it for 7 days.\n',
  '# Terms\n\nWe keep it\nfor 7 days.\n',
  '# Terms\n\nWe keep it for 60 days.\n',
  '# Terms\n\nWe keep it for **60 days**.\n',
];

function kindsOf(connection: Connection, policyId: number, cache: KindCache = new Map()): unknown {
  const steps = judgeKinds(connection, policyId, cache);
  for (;;) {
    const step = steps.next();
    if (step.done) return unwrap(step.value).map(({ number, kind }) => `${number} ${kind}`);
  }
}

function add(connection: Connection, change: (version: NewVersion, index: number) => NewVersion): number {
  return connection.write(() => {
    const policyId = plainPolicy(connection, 'Fernholm', 'Terms');
    for (const [index, text] of texts.entries())
      appendVersion(connection, policyId, change({ ...newVersion(text, index), source: imported }, index));
    return policyId;
  });
}

test('tells substantive versions of an imported history from editorial ones, and keeps what it has compared', () => {
  const connection = openTestLibrary();
  const policyId = add(connection, (version) => version);
  const cache: KindCache = new Map();
  const kinds = ['2 editorial', '3 substantive', '4 editorial'];
  expect(kindsOf(connection, policyId, cache)).toEqual(kinds);
  expect(cache.size).toBe(3);
  expect(kindsOf(connection, policyId, cache)).toEqual(kinds);
});

test('what someone said stands, and versions are compared in the order of their dates', () => {
  const connection = openTestLibrary();
  const policyId = add(connection, (version, index) => {
    if (index === 1) return { ...version, source: { kind: 'written' } };
    if (index === 2) return { ...version, kind: 'editorial' };
    return index === 3 ? { ...version, effectiveDate: '2009-01-01' } : version;
  });
  // The last one stands first in time; the first one now follows it with another period.
  expect(kindsOf(connection, policyId)).toEqual(['1 substantive']);
});
