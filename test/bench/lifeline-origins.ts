// Histories of invented words with edits, moves, splits, joins, deletions and returns, whose truth is known: how many words of the newest
// version get the version in which they truly came in.
// node test/bench/lifeline-origins.ts [VERSIONS [HISTORIES]]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { inventHistory } from '../helpers/invented-history.ts';
import { judgeOrigins } from '../helpers/judge-origins.ts';

const [versions = '200', histories = '5'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
const opened = openLibrary(join(folder, 'library.codicil'));
if (!opened.ok) throw new Error(opened.error.message);
for (let seed = 1; seed <= Number(histories); seed++) {
  const history = inventHistory(Number(versions), seed);
  const { words, right, sentences, traced } = judgeOrigins(
    opened.value.connection,
    `Policy ${seed}`,
    history,
  );
  const share = ((right / words) * 100).toFixed(2);
  console.log(
    `history ${seed}: ${right} of ${words} words, ${share} %; ${traced} of ${sentences} whole sentences traced to it`,
  );
}
opened.value.connection.close();
rmSync(folder, { recursive: true });
