import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../main/engine/atomic-write.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('writeFileAtomically', () => {
  test('writes, replaces only when told to, and leaves nothing beside', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'page.html');
    expect(writeFileAtomically(file, 'é', false)).toEqual({ ok: true, value: { file, bytes: 2 } });
    expect(writeFileAtomically(file, 'x', false)).toMatchObject({ ok: false, error: { code: 'exists' } });
    expect(readFileSync(file, 'utf8')).toBe('é');
    expect(writeFileAtomically(file, new Uint8Array([120]), true).ok).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('x');
    expect(readdirSync(folder)).toEqual(['page.html']);
  });

  test('says why it could not', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'is-a-folder'));
    writeFileSync(join(folder, 'file'), '');
    for (const place of ['missing/page.html', 'is-a-folder', 'file/page.html']) {
      const written = writeFileAtomically(join(folder, place), 'x', true);
      expect(written).toMatchObject({
        ok: false,
        error: { code: 'write-failed', message: expect.stringContaining(place) },
      });
    }
    expect(readdirSync(folder).sort()).toEqual(['file', 'is-a-folder']);
  });
});
