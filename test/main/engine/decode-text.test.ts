import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../main/engine/import/decode-text.ts';
import { unwrap } from '../../helpers/test-library.ts';

const POLICY = 'Notre politique protège vos données à caractère personnel — c’est « simple ».\n';

function decode(bytes: Uint8Array, declared?: string): readonly [text: string, encoding: string] {
  const { text, encoding } = unwrap(decodeText(bytes, 'policy.txt', declared));
  return [text, encoding];
}

function utf16(text: string, mark: boolean, swap: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
}

const windows1252 = Buffer.from(
  [...POLICY].map((char) => ({ '—': 0x97, '’': 0x92 })[char] ?? char.charCodeAt(0)),
);

describe('decodeText', () => {
  test('reads the encodings that policies come in', () => {
    expect([
      decode(Buffer.from(POLICY)),
      decode(Buffer.from(`\uFEFF${POLICY}`)),
      decode(utf16(POLICY, true, false)),
      decode(utf16(POLICY, true, true)),
      decode(utf16(POLICY, false, false)),
      decode(utf16(POLICY, false, true)),
      decode(windows1252),
      decode(windows1252, 'utf-8'),
      decode(windows1252, 'iso-8859-1'),
      decode(Buffer.from(POLICY), 'windows-1251'),
    ]).toEqual([
      [POLICY, 'utf-8'],
      [POLICY, 'utf-8'],
      [POLICY, 'utf-16le'],
      [POLICY, 'utf-16be'],
      [POLICY, 'utf-16le'],
      [POLICY, 'utf-16be'],
      [POLICY, 'windows-1252'],
      [POLICY, 'windows-1252'],
      [POLICY, 'windows-1252'],
      [POLICY, 'utf-8'],
    ]);
  });

  test('makes every line end a line feed', () => {
    expect(decode(Buffer.from('a\r\nb\rc\n'))[0]).toBe('a\nb\nc\n');
  });

  test('keeps broken bytes visible and says where they are', () => {
    const decoded = unwrap(
      decodeText(Buffer.from([...Buffer.from('été\nd’accord '), 0xff, 0x0a]), 'policy.txt'),
    );
    expect(decoded.text).toBe('été\nd’accord \uFFFD\n');
    expect(decoded.diagnostics).toMatchObject([{ severity: 'warning', line: 2, source: 'policy.txt' }]);
  });

  test('refuses what is no text, and names the file', () => {
    const inputs = [
      Buffer.alloc(0),
      Buffer.from(' \n\t\n'),
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]),
      Buffer.from('%PDF-1.7 and so on'),
      Buffer.from('PK\x03\x04 and so on'),
      Buffer.from([65, 0, 0, 66, 67, 0, 68, 69]),
      Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]),
      Buffer.from('\x01\x02\x03\x04\x05\x06\x07a'.repeat(20)),
    ];
    for (const input of inputs) {
      const decoded = decodeText(input, 'policy.txt');
      expect(decoded).toMatchObject({
        ok: false,
        error: { message: expect.stringMatching(/^policy\.txt is /) },
      });
    }
  });
});
