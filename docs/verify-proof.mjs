// Checks a proof bundle of Codicil without Codicil: node verify-proof.mjs BUNDLE.json
// Exit 0 and one line when the chain is whole; exit 1 and the place of everything that is not. See proof-bundle.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([x], [y]) => (x < y ? -1 : 1)));

const bundle = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const problems = [];
if (bundle.format !== 'codicil.proof/1') problems.push(`unknown format ${bundle.format}`);
let previous = null;
for (const [index, v] of bundle.versions.entries()) {
  const wrong = (what) => problems.push(`version ${v.number}: ${what}`);
  if (v.number !== index + 1) wrong(`expected number ${index + 1}`);
  if (sha256(v.text) !== v.textHash) wrong('the text is not the one that was saved');
  if (v.previousHash !== previous) wrong('the entry does not follow the one before it');
  const entry = JSON.stringify([
    'codicil.version/1',
    v.number,
    v.effectiveDate,
    v.savedAt,
    v.author,
    v.note,
    v.kind,
    JSON.stringify(sorted(v.source)),
    v.textHash,
    v.previousHash,
  ]);
  if (sha256(entry) !== v.entryHash) wrong('the entry is not the one that was saved');
  previous = v.entryHash;
}
for (const problem of problems) console.log(problem);
console.log(`${bundle.company}, ${bundle.policy}: ${bundle.versions.length} versions, head ${previous}`);
process.exitCode = problems.length > 0 ? 1 : 0;
