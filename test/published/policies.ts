import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../../main/engine/import/decode-text.ts';
import { sharedDir } from '../helpers/shared-data.ts';

/** A policy to publish and look at. */
export interface TestPolicy {
  readonly name: string;
  readonly text: string;
}

const SAMPLES = fileURLToPath(new URL('../../resources/samples', import.meta.url));

/** The invented policies that come with the app. */
export function samplePolicies(): TestPolicy[] {
  return readdirSync(SAMPLES, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.md') && basename(file) !== 'README.md')
    .map((file) => readPolicy(join(SAMPLES, file), file))
    .toSorted(byName);
}

/** The seeds and development policies of the measuring data; none where it is not there. */
export function measuredPolicies(): TestPolicy[] {
  const shared = sharedDir;
  if (shared === null) return [];
  return ['seeds', 'corpus/documents', 'corpus/pairs'].flatMap((folder) =>
    policiesIn(join(shared, folder), folder),
  );
}

function policiesIn(folder: string, label: string): TestPolicy[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .map((file) => readPolicy(join(folder, file), `${label}/${file}`))
    .toSorted(byName);
}

function readPolicy(file: string, name: string): TestPolicy {
  const decoded = decodeText(readFileSync(file), name);
  if (!decoded.ok) throw new Error(decoded.error.message);
  return { name, text: decoded.value.text };
}

function byName(one: TestPolicy, other: TestPolicy): number {
  return one.name < other.name ? -1 : 1;
}
