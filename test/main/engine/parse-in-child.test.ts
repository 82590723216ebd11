import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFileParser } from '../../../main/engine/import/parse-in-child.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { unwrap } from '../../helpers/test-library.ts';

describe.each(['process', 'thread'] as const)('a parser in a %s of its own', (isolation) => {
  test('survives what it parses', async () => {
    const folder = temporaryFolder();
    const good = join(folder, 'good.md');
    const greedy = join(folder, 'greedy.html');
    writeFileSync(good, '# Terms\n\nWe ferry you.');
    // Each attribute of each element becomes an object: 40 MB of these need gigabytes.
    writeFileSync(greedy, `<main>${'<p a b c d e f g h i>x'.repeat(1_800_000)}</main>`);
    const parser = openFileParser(isolation);
    expect(unwrap(await parser.parse(good)).parsed.text).toBe('# Terms\n\nWe ferry you.');
    expect(await parser.parse(greedy)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^greedy\.html was refused: .*(?:memory|long)/) },
    });
    expect(unwrap(await parser.parse(good)).description.policy).toBe('Terms of Service');
    parser.close();
    expect(await parser.parse(good)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  }, 60_000);
});
