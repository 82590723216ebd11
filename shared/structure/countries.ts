/** Short names of countries as policies write them in English, with the usual other names after a bar (from ISO 3166-1). */
const NAMES =
  'Argentina,Australia,Austria,Bangladesh,Belgium,Bermuda,Brazil,Bulgaria,Cambodia,Canada,Cayman Islands,Chile,China|PRC,Colombia,Costa Rica,Croatia,Cyprus,Czech Republic|Czechia,Denmark,Ecuador,Egypt,Estonia,Finland,France,Germany,Ghana,Greece,Hong Kong,Hungary,Iceland,India,Indonesia,Ireland,Israel,Italy,Japan,Jordan,Kenya,Latvia,Liechtenstein,Lithuania,Luxembourg,Malaysia,Malta,Mexico,Morocco,Netherlands,New Zealand,Nigeria,Norway,Pakistan,Panama,Peru,Philippines,Poland,Portugal,Romania,Russia|Russian Federation,Saudi Arabia,Serbia,Singapore,Slovakia,Slovenia,South Africa,South Korea|Korea,Spain,Sri Lanka,Sweden,Switzerland,Taiwan,Thailand,Tunisia,Turkey|Türkiye,Ukraine,United Arab Emirates|UAE,United Kingdom|UK|U.K.|England|Great Britain,United States|United States of America|USA|U.S.A.|US|U.S.,Uruguay,Vietnam|Viet Nam,European Union|EU|E.U.,European Economic Area|EEA';

const CANONICAL: ReadonlyMap<string, string> = new Map(
  NAMES.split(',').flatMap((entry) => {
    const names = entry.split('|');
    return names.map((name) => [name, names[0] ?? name] as const);
  }),
);
const ALTERNATIVES = [...CANONICAL.keys()]
  .sort((x, y) => y.length - x.length)
  .map((name) => name.replaceAll('.', '\\.'))
  .join('|');
const COUNTRY = new RegExp(`(?<![\\p{L}\\d])(?:${ALTERNATIVES})(?![\\p{L}\\d])`, 'gu');
const LOCATED = new RegExp(
  `\\b(?:[Ll]ocated|based|hosted|headquartered|established|incorporated|stored|processed|[Pp]lace of processing|[Cc]ountry|[Ll]ocation)\\b[^.;]{0,30}?(?<![\\p{L}\\d])(${ALTERNATIVES})(?![\\p{L}\\d])`,
  'u',
);

/** The countries a text names, under their short names, in order and without repeats. */
export function findCountries(text: string): string[] {
  return [...new Set([...text.matchAll(COUNTRY)].map(([name]) => CANONICAL.get(name) ?? name))];
}

/** The country a text says something is located in ("all located in the US", "Place of processing: Ireland"), else empty. */
export function locatedIn(text: string): string {
  const name = LOCATED.exec(text)?.[1];
  return name ? (CANONICAL.get(name) ?? name) : '';
}

/** True if a text is nothing but the name of a country. */
export function isCountry(text: string): boolean {
  return CANONICAL.has(text.trim().replace(/^the /i, ''));
}
