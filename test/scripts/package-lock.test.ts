import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const locks = [
  'package-lock.json',
  'scripts/stand-in/node/package-lock.json',
  'scripts/stand-in/electron/package-lock.json',
];

/** Where Node would look for `name` from a package in `folder`, nearest first. */
function* places(folder: string, name: string): Generator<string> {
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield `${at}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

it.each(locks)('%s holds everything for every platform, whole and from no named host', (file) => {
  const packages: Readonly<Record<string, Locked>> = JSON.parse(readFileSync(file, 'utf8')).packages;
  const faults = Object.entries(packages).flatMap(([folder, entry]) => {
    const wanted = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
    const missing = wanted.filter((name) => ![...places(folder, name)].some((place) => place in packages));
    return [
      ...missing.map((name) => `${folder} wants ${name}, which is not locked`),
      ...(entry.resolved ? [`${folder} names a host`] : []),
      ...(folder !== '' && !entry.integrity ? [`${folder} has no integrity`] : []),
    ];
  });
  expect(faults).toEqual([]);
});
