import { findCountries, isCountry, locatedIn } from './countries.ts';

/** What an entry says of a vendor besides its name. */
export interface VendorDescription {
  readonly purpose: string;
  readonly country: string;
}

const SEPARATOR = /\s+[–—-]\s+/;

/**
 * Reads the words behind a vendor's name: "– payments – Ireland", "(payments, USA)", ", San Francisco, USA: payments". `linkTexts`
 * are the words of links among them, which say nothing of the purpose when they stand alone.
 */
export function describeVendor(rest: string, linkTexts: readonly string[]): VendorDescription {
  const words = rest
    .replace(/^[\s.:,–—-]+/, '')
    .replace(/\s*\(([^()]*)\)/g, (whole, inner) => (linkTexts.includes(inner.trim()) ? '' : whole))
    .trim();
  const parts = words.split(SEPARATOR).map((part) => part.trim());
  const isAside = (part: string): boolean =>
    isCountry(part) || linkTexts.includes(part.replace(/[.;,]$/, ''));
  // A dash within a purpose parts nothing; between purpose, country and link it does.
  const saying = parts.some(isAside) ? parts.filter((part) => part && !isAside(part)).join(' – ') : words;
  const country = parts.find(isCountry);
  const { purpose, country: within } = splitCountry(saying);
  return {
    purpose: purpose
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[.;,]$/, ''),
    country: (country ? findCountries(country)[0] : '') || within || locatedIn(rest),
  };
}

function splitCountry(words: string): VendorDescription {
  const place = /^([^:()]{2,60}):\s+(.+)$/s.exec(words);
  const seat = place?.[1]?.split(',').at(-1)?.trim() ?? '';
  if (place && isCountry(seat)) return { purpose: place[2] ?? '', country: findCountries(seat)[0] ?? '' };
  const bracketed = /^\(([^()]*)\)\s*[.;,]?$/.exec(words)?.[1];
  if (bracketed !== undefined) return withoutLast(bracketed);
  const trailing = /\s*\(([^()]*)\)\s*[.;,]?$/.exec(words);
  if (trailing && isCountry(trailing[1] ?? ''))
    return { purpose: words.slice(0, trailing.index), country: findCountries(trailing[1] ?? '')[0] ?? '' };
  return withoutLast(words);
}

/** "payments, USA" */
function withoutLast(words: string): VendorDescription {
  if (isCountry(words)) return { purpose: '', country: findCountries(words)[0] ?? '' };
  const last = /,\s*([^,]+?)[.;]?$/.exec(words);
  if (!last || !isCountry(last[1] ?? '')) return { purpose: words, country: '' };
  return { purpose: words.slice(0, last.index), country: findCountries(last[1] ?? '')[0] ?? '' };
}
