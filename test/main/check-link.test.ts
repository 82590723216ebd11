import { expect, it } from 'vitest';
import { checkLink } from '../../main/links/check-link.ts';

it.each([
  ['https://example.com/a b', 'https://example.com/a%20b'],
  ['HTTP://EXAMPLE.com', 'http://example.com/'],
  ['mailto:legal@example.com?subject=Hi', 'mailto:legal@example.com?subject=Hi'],
])('offers %s as %s', (url, offered) => {
  expect(checkLink(url)).toEqual({ ok: true, value: offered });
});

it.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'file:///etc/passwd',
  'smb://example.com/share',
  '\\\\example.com\\share',
  'data:text/html,x',
  'about:blank',
  'vscode://x',
  'https://user@example.com/',
  'https://user:secret@example.com/',
  '/relative',
  '',
])('refuses %j', (url) => {
  expect(checkLink(url)).toMatchObject({ ok: false, error: { code: 'unsupported' } });
});
