import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openFileParser } from '../../../main/engine/import/parse-in-child.ts';
import { formatOfName } from '../../../main/engine/import/read-file.ts';
import { readShared, sharedDir } from '../../helpers/shared-data.ts';

const manifestSchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      expected: z.string(),
      must_contain: z.string().optional(),
      must_not_contain: z.string().optional(),
    }),
  ),
});

/** The long form, with memory, network and canaries watched, is the harness that stands beside the data. */
describe.skipIf(!sharedDir)('hostile inputs', () => {
  test('are read or refused in one line that names the file', async () => {
    const folder = join(sharedDir ?? '', 'hostile');
    const files = manifestSchema
      .parse(JSON.parse(readShared('hostile/manifest.json')))
      .files.filter(
        ({ file, expected }) =>
          /^(text|html|docx|pdf)\//.test(file) && expected !== 'reference' && formatOfName(file),
      );
    const parser = openFileParser();
    const wrong: string[] = [];
    for (const { file, expected, must_contain, must_not_contain } of files) {
      const read = await parser.parse(join(folder, file));
      const name = file.slice(file.lastIndexOf('/') + 1);
      if (!read.ok) {
        const { message } = read.error;
        if (!message.includes(name) || message.includes('\n') || message.length > 400)
          wrong.push(`${file}: says ${message}`);
        continue;
      }
      const { text } = read.value.parsed;
      if (expected === 'rejected-with-error') wrong.push(`${file}: accepted`);
      if (must_contain && !text.includes(must_contain)) wrong.push(`${file}: text missing`);
      if (must_not_contain && text.includes(must_not_contain)) wrong.push(`${file}: forbidden text`);
      if (/\]\(<?\s*(?:javascript|vbscript|data|file):/i.test(text)) wrong.push(`${file}: an active link`);
    }
    parser.close();
    expect(wrong).toEqual([]);
    expect(readdirSync(tmpdir()).filter((entry) => entry.startsWith('CANARY'))).toEqual([]);
  }, 120_000);
});
