/** A scheme (RFC 3986 3.1) at the head of an address. */
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const OPENABLE = new Set(['http', 'https', 'mailto', 'tel']);
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i;
/** Browsers drop these from addresses (WHATWG URL 4.4). */
const IGNORED_BY_BROWSERS = /[\p{Cc} ]+/gu;

/**
 * The address that a published link may point to, or null. Web, mail and telephone addresses, fragments and relative paths pass;
 * `//host` is given its scheme, because on a page opened from a disk it would name a file server.
 */
export function safeLinkAddress(address: string): string | null {
  const compact = address.replace(IGNORED_BY_BROWSERS, '');
  const scheme = SCHEME.exec(compact)?.[1];
  if (scheme) return OPENABLE.has(scheme.toLowerCase()) ? address.trim() : null;
  if (/^[\\/]{2}/.test(compact)) return `https://${compact.replace(/^[\\/]+/, '')}`;
  return compact.startsWith('\\') ? null : address.trim();
}

/** The address of a picture that may stand in a published page: its bytes are part of the address. SVG is refused. */
export function safePictureAddress(address: string): string | null {
  return PICTURE.test(address) ? address : null;
}
