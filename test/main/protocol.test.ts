import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentTypeOf, fileOfUrl } from '../../main/protocol/file-of-url.ts';

const folder = path.resolve('/app/dist/renderer');

function fileOf(url: string): string | null {
  const file = fileOfUrl(url, 'app://codicil', folder);
  return file === null ? null : path.relative(folder, file).replaceAll(path.sep, '/');
}

describe('the app protocol', () => {
  it.each([
    ['app://codicil/', 'index.html'],
    ['app://codicil/index.html?x=1#y', 'index.html'],
    ['app://codicil/assets/main-1a2b.js', 'assets/main-1a2b.js'],
    ['app://codicil/assets/a%20b.css', 'assets/a b.css'],
    ['app://codicil/../../etc/passwd', 'etc/passwd'],
  ])('%s is the file %s', (url, file) => expect(fileOf(url)).toBe(file));

  it.each([
    'app://codicil/..%2f..%2fetc/passwd',
    'app://codicil/..%5c..%5cetc%5cpasswd',
    'app://codicil/C:/windows',
    'app://codicil/a%00.html',
    'app://codicil/%E0%A4%A',
    'app://other/index.html',
    'app://codicil.evil.example/index.html',
    'https://codicil/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is none', (url) => expect(fileOf(url)).toBeNull());

  it('names types by extension only', () => {
    expect(contentTypeOf('.JS')).toBe('text/javascript; charset=utf-8');
    expect(contentTypeOf('.exe')).toBe('application/octet-stream');
  });
});
