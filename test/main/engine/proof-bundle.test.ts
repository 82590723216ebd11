import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildProofBundle, type ProofBundle } from '../../../main/engine/store/proof-bundle.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { addPolicy, openTestLibrary, unwrap } from '../../helpers/test-library.ts';

const script = fileURLToPath(new URL('../../../docs/verify-proof.mjs', import.meta.url));

function verify(bundle: ProofBundle): { readonly code: number | null; readonly out: string } {
  const file = join(temporaryFolder(), 'proof.json');
  writeFileSync(file, JSON.stringify(bundle));
  const run = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout };
}

test('the documented script accepts a bundle and finds every change to it', () => {
  const connection = openTestLibrary();
  const versions = addPolicy(connection, ['one', 'two \u2028 "é" 🛳️', 'three']);
  const bundle = unwrap(buildProofBundle(connection, 1, new Date(0)));
  expect(verify(bundle)).toEqual({
    code: 0,
    out: `Fernholm Ferries, Privacy Policy: 3 versions, head ${versions[2]?.entryHash}\n`,
  });
  const [first, second, third] = bundle.versions;
  if (!first || !second || !third) throw new Error('three versions were saved');
  const tampered = [
    [first, { ...second, text: 'two' }, third],
    [first, { ...second, note: 'x' }, third],
    [first, { ...second, effectiveDate: null }, third],
    [first, { ...second, source: { kind: 'imported', from: 'x', format: 'y' } as const }, third],
    [first, third],
    [second, third],
    [second, first, third],
  ];
  expect(tampered.map((changed) => verify({ ...bundle, versions: changed }).code)).toEqual(
    tampered.map(() => 1),
  );
});
