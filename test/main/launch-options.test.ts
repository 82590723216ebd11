import path from 'node:path';
import { expect, it } from 'vitest';
import { readLaunchOptions } from '../../main/launch-options.ts';

it('takes library, profile and samples from the environment', () => {
  const env = { CODICIL_LIBRARY: '/a/b.codicil', CODICIL_USER_DATA: '/a/profile', CODICIL_SAMPLES: 'none' };
  expect(readLaunchOptions(['electron', '.'], env)).toEqual({
    library: path.resolve('/a/b.codicil'),
    userData: path.resolve('/a/profile'),
    withSamples: false,
    print: null,
    commandLine: null,
  });
});

it('has a place for the library and samples without any', () => {
  const options = readLaunchOptions(['codicil'], {});
  expect(options).toMatchObject({ userData: null, withSamples: true, print: null });
  expect(path.basename(options.library)).toBe('library.codicil');
});

it('hands on what is meant for the command line', () => {
  const argv = ['codicil-desktop', '--codicil-cli', '--', 'compare', 'a.md', 'b.md', '--json'];
  expect(readLaunchOptions(argv, {}).commandLine).toEqual(['compare', 'a.md', 'b.md', '--json']);
});

it('reads pages to print after whatever switches come before', () => {
  const pairs = ['/tmp/a.html', '/tmp/a.pdf', '/tmp/b.html', '/tmp/b.pdf'];
  const argv = ['electron', '--no-sandbox', '/app', '--codicil-print-pdf', ...pairs];
  expect(readLaunchOptions(argv, {}).print).toEqual([
    { input: path.resolve('/tmp/a.html'), output: path.resolve('/tmp/a.pdf') },
    { input: path.resolve('/tmp/b.html'), output: path.resolve('/tmp/b.pdf') },
  ]);
});
