/** Addresses as they are shown in one cell. */
export function joinLinks(links: readonly string[]): string {
  return links.join(', ');
}

/** Addresses as they were entered, with a scheme where it was left out. */
export function splitLinks(entered: string): readonly string[] {
  return entered
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((link) => (/^[a-z][a-z\d+.-]*:|^[#/]/i.test(link) ? link : `https://${link}`));
}

/** Why addresses cannot be written; null when they can. */
export function refuseLinks(entered: string): string | null {
  const wrong = splitLinks(entered).find((link) => !isAddress(link));
  return wrong === undefined ? null : `${wrong} is no address of a page: write https://example.com/privacy.`;
}

function isAddress(link: string): boolean {
  if (/^[#/]\S+$/.test(link)) return true;
  try {
    const { protocol, hostname } = new URL(link);
    return protocol === 'mailto:' || (/^https?:$/.test(protocol) && /^[^.\s]+(?:\.[^.\s]+)+$/.test(hostname));
  } catch {
    return false; // not an address of any kind
  }
}
