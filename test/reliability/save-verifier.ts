// Judges a library after a fault. node test/reliability/save-verifier.ts LIBRARY ACKS      Prints one JSON line; exit 0 when sound.
import { existsSync, readFileSync } from 'node:fs';
import { verify } from './judge-library.ts';

const [libraryFile = '', acksFile = ''] = process.argv.slice(2);
const verdict = await verify(libraryFile, existsSync(acksFile) ? readFileSync(acksFile, 'utf8') : '');
console.log(JSON.stringify(verdict));
process.exitCode = verdict.ok ? 0 : 1;
