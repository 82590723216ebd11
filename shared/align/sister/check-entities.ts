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
    folded(x.name) !== folded(y.name) && `the name of ${x.name}: ${x.name} and ${y.name}`,
    differ(x.address, y.address) && `the address of ${x.name}: ${x.address} and ${y.address}`,
    differ(x.id, y.id) && `the registration of ${x.name}: ${x.id} and ${y.id}`,
  ].filter((difference) => difference !== false);
  return differences.map((difference) => ({
    kind: 'entity',
    severity: 'warning',
    message: `${a.label} and ${b.label} differ on ${difference}.`,
    places: [placeIn(a, x.range), placeIn(b, y.range)],
  }));
}

/** More than this is no address but text that was taken for one. */
const LONGEST_ADDRESS = 160;

/** Stated by both, and not the same letters and digits; one may say more of the same address than the other. */
function differ(x: string, y: string): boolean {
  const [a, b] = [folded(x), folded(y)];
  if (Math.max(x.length, y.length) > LONGEST_ADDRESS) return false;
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
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
