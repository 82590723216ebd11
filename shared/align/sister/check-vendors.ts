import type { Vendor } from '../../structure/inspection.ts';
import { isSameVendor } from '../same-vendor.ts';
import { placeIn, type Sister } from './read-sister.ts';
import type { SisterFinding } from './sister-finding.ts';

/** A policy that names this many of the list's vendors means to name them all. */
const MEANT_COMPLETE = 3;

/** Where advertising runs and where people sign in are no processors; a list of processors may leave them out. */
const NO_PROCESSOR = /\b(?:ads?|advert\w*|social (?:media|networks?)|(?:log|sign)(?:ging|ing)?[ -]?in)\b/i;

/** Vendors that two documents place in different countries, and vendors that one names and the vendor list does not. */
export function checkVendors(sisters: readonly Sister[]): SisterFinding[] {
  const lists = sisters.filter(
    ({ role, inspection }) => role === 'vendor-list' && inspection.vendors.length > 0,
  );
  return [
    ...sisters.flatMap((a, index) => sisters.slice(index + 1).flatMap((b) => differingCountries(a, b))),
    ...lists.flatMap((list) =>
      sisters
        .filter((other) => other !== list && other.role !== 'vendor-list')
        .flatMap((other) => [...missingFromList(list, other), ...missingFromPolicy(list, other)]),
    ),
  ];
}

function differingCountries(a: Sister, b: Sister): SisterFinding[] {
  return a.inspection.vendors.flatMap((vendor) => {
    const other = findVendor(b, vendor);
    if (!other || !vendor.country || !other.country || sameCountry(vendor.country, other.country)) return [];
    return [
      {
        kind: 'vendor' as const,
        severity: 'warning' as const,
        message: `${vendor.name} is in ${vendor.country} according to ${a.label}, in ${other.country} according to ${b.label}.`,
        places: [placeIn(a, vendor.range), placeIn(b, other.range)],
      },
    ];
  });
}

function missingFromList(list: Sister, other: Sister): SisterFinding[] {
  return other.inspection.vendors
    .filter((vendor) => !findVendor(list, vendor))
    .map((vendor) => {
      const place = placeIn(other, vendor.range);
      const around = other.text.slice(place.sentence.from, place.sentence.to);
      return {
        kind: 'vendor',
        severity: NO_PROCESSOR.test(around) ? 'info' : 'warning',
        message: `${other.label} names ${vendor.name}, which ${list.label} does not list.`,
        places: [place],
      };
    });
}

function missingFromPolicy(list: Sister, other: Sister): SisterFinding[] {
  const shared = list.inspection.vendors.filter((vendor) => findVendor(other, vendor)).length;
  if (shared < MEANT_COMPLETE) return [];
  return list.inspection.vendors
    .filter((vendor) => !findVendor(other, vendor))
    .map((vendor) => ({
      kind: 'vendor',
      severity: 'info',
      message: `${list.label} lists ${vendor.name}, which ${other.label} does not name.`,
      places: [placeIn(list, vendor.range)],
    }));
}

function findVendor(sister: Sister, vendor: Vendor): Vendor | undefined {
  return sister.inspection.vendors.find(({ name }) => isSameVendor(name, vendor.name));
}

const UNITED_STATES = /^(?:the )?(?:u\.?s\.?a?\.?|united states(?: of america)?)$/i;
const UNITED_KINGDOM = /^(?:the )?(?:u\.?k\.?|united kingdom|great britain|england)$/i;

function sameCountry(x: string, y: string): boolean {
  const fold = (name: string): string =>
    UNITED_STATES.test(name)
      ? 'us'
      : UNITED_KINGDOM.test(name)
        ? 'uk'
        : name.toLowerCase().replace(/^the /, '').trim();
  return fold(x) === fold(y);
}
