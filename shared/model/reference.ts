import { fail, ok, type Result } from './result.ts';

/** Which version of a policy a reference means. */
export type VersionSelector =
  | { readonly kind: 'latest' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: string };

/** `company/policy@selector`: a text in the library. */
export interface PolicyReference {
  readonly company: string;
  readonly policy: string;
  readonly version: VersionSelector;
}

const REFERENCE = /^([^\s/@]+)\/([^\s/@]+)@(latest|draft|\d{4}-\d{2}-\d{2}|\d{1,9})$/u;

/** True for anything written like a library reference rather than a path. */
export function isPolicyReference(text: string): boolean {
  return REFERENCE.test(text);
}

/** Parses `balsa/privacy@3`, `@latest`, `@draft` or `@2019-05-02` (the version in force on that date). */
export function parsePolicyReference(text: string): Result<PolicyReference> {
  const match = REFERENCE.exec(text);
  if (!match) return fail('bad-request', `"${text}" is not a reference of the form company/policy@version.`);
  const [, company = '', policy = '', selector = ''] = match;
  return ok({ company, policy, version: parseSelector(selector) });
}

/** Makes the short lower-case name that references use; never empty. */
export function slugify(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'untitled';
}

function parseSelector(selector: string): VersionSelector {
  if (selector === 'latest' || selector === 'draft') return { kind: selector };
  if (selector.includes('-')) return { kind: 'date', date: selector };
  return { kind: 'number', number: Number(selector) };
}
