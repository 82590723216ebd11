/** `https://web.archive.org/web/20190507061744id_/https://…`: the archive's own prefix before the address it kept. */
const WAYBACK = /^(?:https?:)?\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\//i;
/** As the archive's pages write links to themselves: without scheme and host. */
const WAYBACK_PATH = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=(?:https?|mailto):)/i;

/** The address that a web archive's link stands for; any other address as it is. */
export function stripArchivePrefix(address: string): string {
  const stripped = address.replace(WAYBACK, '').replace(WAYBACK_PATH, '');
  if (stripped === address) return address;
  return /^https?%3A/i.test(stripped) ? stripped.replace(/^(https?)%3A/i, '$1:') : stripped;
}
