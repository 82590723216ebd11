import { fail, ok, type Result } from '../../shared/model/result.ts';
import { parseUrl } from './parse-url.ts';

const openable = ['http:', 'https:', 'mailto:'];

/** The normalised address of a link that may be offered to the system. Everything but the web and mail is refused, and so are names and passwords in it, which only serve to deceive. */
export function checkLink(url: string): Result<string> {
  const parsed = parseUrl(url);
  if (!parsed) return fail('unsupported', `"${url}" is not an address that can be opened.`);
  if (!openable.includes(parsed.protocol)) {
    return fail('unsupported', `Codicil opens web pages and mail only, not ${parsed.protocol} addresses.`);
  }
  if (parsed.username || parsed.password) {
    return fail('unsupported', 'This address carries a user name or a password; Codicil does not open it.');
  }
  return ok(parsed.href);
}
