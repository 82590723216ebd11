import { safeLinkAddress } from './safe-address.ts';

/** The address of the page that a relative address of the text leads to, or null where no page of what is published is meant. */
export type FindPage = (address: string) => string | null;

/** What becomes of links that name no web address: a text cannot know what stands beside it once it is published. */
export interface LinkRules {
  readonly find: FindPage;
  /** Whether a link that leads to no page keeps its address; a PDF has no place that it could be relative to. */
  readonly stray: 'keep' | 'drop';
}

/** For a page that stands alone. */
export const LONE_PAGE: LinkRules = { find: () => null, stray: 'keep' };
/** For a PDF, where only whole addresses lead anywhere. */
export const PRINTED_PAGE: LinkRules = { find: () => null, stray: 'drop' };

/** True for an address that only says where something is from here: no scheme, no host, not a place in the same document. */
export function isRelativeAddress(address: string): boolean {
  return /^[^#]/.test(address.trim()) && !/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(address.trim());
}

/** The address that a link is published with, or null for none. `address` is no fragment of the same page. */
export function publishedAddress(address: string, rules: LinkRules): string | null {
  const safe = safeLinkAddress(address);
  if (safe === null || !isRelativeAddress(safe)) return safe;
  return rules.find(safe) ?? (rules.stray === 'keep' ? safe : null);
}
