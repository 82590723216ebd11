/** Endings that say how a company is organised, not which it is. */
const LEGAL_FORM =
  /[\s,]+(?:inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|gmbh|ag|bv|b\.v|nv|n\.v|sa|s\.a|srl|s\.r\.l|spa|s\.p\.a|sas|plc|pbc|ab|as|aps|oy|pty|kk|llp|lp|ulc)\.?$/i;
const FEWEST_INITIALS = 3;

/** All the ways a vendor's name may be written: folded, without its legal form, its initials, and what its brackets hold. */
export function vendorKeys(name: string): ReadonlySet<string> {
  const bracketed = [...name.matchAll(/\(([^()]{2,60})\)/g)].map(([, inner = '']) => inner);
  const outside = name.replace(/\([^()]*\)/g, ' ');
  const keys = new Set<string>();
  for (const part of [
    outside,
    ...bracketed.map((inner) => inner.replace(/^(?:fka|f\/k\/a|formerly|aka)\s+/i, '')),
  ]) {
    const key = foldName(part);
    if (key) keys.add(key);
  }
  const initials = initialsOf(outside);
  if (initials) keys.add(initials);
  return keys;
}

/** True if two names mean the same vendor: equal but for case and legal form, or one is the other's initials or alias. */
export function isSameVendor(x: string, y: string): boolean {
  const keys = vendorKeys(x);
  for (const key of vendorKeys(y)) if (keys.has(key)) return true;
  return false;
}

function foldName(name: string): string {
  let folded = name.trim();
  for (let before = ''; before !== folded; ) {
    before = folded;
    folded = folded.replace(LEGAL_FORM, '');
  }
  return folded
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The initials of a name of three capitalised words or more ("Amazon Web Services"), else empty. */
function initialsOf(name: string): string {
  let bare = name.trim();
  bare = bare.replace(LEGAL_FORM, '');
  const words = bare.split(/[\s-]+/).filter(Boolean);
  if (words.length < FEWEST_INITIALS || words.some((word) => !/^\p{Lu}/u.test(word))) return '';
  return words.map((word) => word.charAt(0).toLowerCase()).join('');
}
