import type { TextRange } from '../../model/text.ts';
import type { LegalEntity } from '../../structure/inspection.ts';
import { vendorKeys } from '../same-vendor.ts';
import { placeIn, type Sister } from './read-sister.ts';
import type { SisterFinding } from './sister-finding.ts';

/** Companies that two documents name with another legal form, address or registration. */
export function checkEntities(sisters: readonly Sister[]): SisterFinding[] {
  return sisters.flatMap((a, index) =>
    sisters.slice(index + 1).flatMap((b) =>
      a.inspection.entities.flatMap((entity) => {
        const others = b.inspection.entities.filter((other) => sameBase(entity, other));
        const same = others.find((other) => folded(other.name) === folded(entity.name)) ?? others[0];
        return same ? compareEntity(a, b, entity, same) : [];
      }),
    ),
  );
}

function compareEntity(a: Sister, b: Sister, x: LegalEntity, y: LegalEntity): SisterFinding[] {
  const differences = [
    folded(x.name) !== folded(y.name) && { what: 'name', of: [x.name, y.name] as const },
    differ(a, b, x.address, y.address) && { what: 'address', of: [x.address, y.address] as const },
    differ(a, b, x.id, y.id) && { what: 'registration', of: [x.id, y.id] as const },
  ].filter((difference) => difference !== false);
  return differences.map(({ what, of: [own, other] }) => ({
    kind: 'entity',
    severity: 'warning',
    message: `${a.label} and ${b.label} differ on the ${what} of ${x.name}: ${own} and ${other}.`,
    places: [placeIn(a, rangeOf(a, x, own)), placeIn(b, rangeOf(b, y, other))],
  }));
}

/** Where the words themselves stand, from the company's name on; the name where they are set otherwise in the source. */
function rangeOf(sister: Sister, { range }: LegalEntity, words: string): TextRange {
  const at = sister.text.indexOf(words, range.from);
  const found = at < 0 ? sister.text.indexOf(words) : at;
  return found < 0 ? range : { from: found, to: found + words.length };
}

/** More than this is no address but text that was taken for one. */
const LONGEST_ADDRESS = 160;

/**
 * Stated by both, and not the same letters and digits; one may say more of the same address than the other. What the other document
 * says too, wherever, is no contradiction: it may have been read from another of its places.
 */
function differ(sisterA: Sister, sisterB: Sister, x: string, y: string): boolean {
  const [a, b] = [folded(x), folded(y)];
  if (Math.max(x.length, y.length) > LONGEST_ADDRESS) return false;
  if (a === '' || b === '' || a.includes(b) || b.includes(a)) return false;
  return !folded(sisterB.text).includes(a) && !folded(sisterA.text).includes(b);
}

function sameBase(x: LegalEntity, y: LegalEntity): boolean {
  const [a] = vendorKeys(x.name);
  const [b] = vendorKeys(y.name);
  return a !== undefined && a === b;
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bincorporated\b/g, 'inc'],
  [/\blimited\b/g, 'ltd'],
  [/\bcorporation\b/g, 'corp'],
];

function folded(text: string): string {
  let folded = text.toLowerCase();
  for (const [long, short] of FORMS) folded = folded.replace(long, short);
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}
