import type { FindPage } from './link-rules.ts';

/** A page that is published, by the path of the file that it is made from, and its address from the page that is being made. */
export interface PagePlace {
  /** From the folder of all files, with `/`. */
  readonly path: string;
  readonly href: string;
}

/** Another policy of the same company by its name in references, and the address of its page from the page that is being made. */
export interface NamedPage {
  readonly slug: string;
  readonly href: string;
}

/**
 * Finds pages by path, as static site generators do (MkDocs, Docusaurus): the link names a file of the folder, with its own ending, with that of
 * the page made from it, or without; `index` may be left out. An address from the root counts from the folder. `from` is the file that links.
 */
export function findByPath(from: string, places: readonly PagePlace[]): FindPage {
  const hrefs = new Map(places.map(({ path, href }) => [keyOf(segmentsOf(path)), href]));
  const folder = segmentsOf(from).slice(0, -1);
  return (address) => {
    const { path, fragment } = partsOf(address);
    const found = resolve(path.startsWith('/') ? [] : folder, segmentsOf(path));
    const href = found && hrefs.get(keyOf(found));
    return href === undefined || href === null ? null : `${href}${fragment}`;
  };
}

/**
 * Finds pages by the policy's name, for policies that come from a library and have no paths: `../cookies.md`, `/legal/cookies/` and
 * `cookies.html` are the company's policy `cookies`. `own` is the policy that links; a name that fits two policies is none.
 */
export function findByName(own: string, pages: readonly NamedPage[]): FindPage {
  const hrefs = new Map(pages.map(({ slug, href }) => [slug, href]));
  return (address) => {
    const { path, fragment } = partsOf(address);
    const names = withoutEnding(segmentsOf(path).filter((segment) => !/^\.+$/.test(segment)));
    if (names.length === 0) return null;
    const exact = [names.join('-'), `${own}-${names.join('-')}`, names.at(-1) ?? ''];
    const href = exact.map((name) => hrefs.get(name)).find((found) => found !== undefined);
    const meant = href ?? onlyMeant(names.at(-1) ?? '', pages);
    return meant === undefined ? null : `${meant}${fragment}`;
  };
}

/** `privacy` for `privacy-policy`: the one policy whose name differs in the kind of document only. */
function onlyMeant(name: string, pages: readonly NamedPage[]): string | undefined {
  const [only, another] = pages.filter(({ slug }) => stemOf(slug) === stemOf(name));
  return another === undefined ? only?.href : undefined;
}

function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/(?:-(?:policy|notice|statement|of-service|of-use))+$/, '')
    .replace(/s$/, '');
}

function partsOf(address: string): { readonly path: string; readonly fragment: string } {
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  return { path, fragment };
}

function segmentsOf(path: string): string[] {
  return path.split(/[\\/]/).map(decodeSegment);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not an encoding: taken as written
  }
}

/** Null where the path leads out of the folder. */
function resolve(folder: readonly string[], path: readonly string[]): string[] | null {
  const resolved = [...folder];
  for (const segment of path) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') resolved.push(segment);
    else if (resolved.pop() === undefined) return null;
  }
  return resolved;
}

function keyOf(segments: readonly string[]): string {
  return withoutEnding(segments.filter((segment) => segment !== '')).join('/');
}

function withoutEnding(segments: readonly string[]): string[] {
  const last = (segments.at(-1) ?? '').replace(/\.(?:md|markdown|mdown|txt|text|html?|pdf|docx)$/i, '');
  const before = segments.slice(0, -1);
  return last === '' || last.toLowerCase() === 'index' ? before : [...before, last];
}
