import type { TextRange } from '../../model/text.ts';
import { splitSentences } from '../../structure/sentences.ts';
import { placeIn, type Sister } from './read-sister.ts';
import type { SisterFinding, SisterPlace } from './sister-finding.ts';

type ContactRole = 'officer' | 'security' | 'privacy' | 'legal' | 'support';

interface Contact {
  readonly value: string;
  readonly role: ContactRole | null;
  readonly range: TextRange;
}

/** What an address is for, by the words around it, else by its own; the first that fits decides. */
const ROLES_BY_SENTENCE: readonly (readonly [ContactRole, RegExp])[] = [
  ['officer', /\bdata protection officer|\bDPO\b|\bprivacy officer/i],
  ['security', /\b(?:security|vulnerabilit\w*|breach\w*|incident\w*)\b/i],
  ['legal', /\b(?:legal notices?|notices? under|formal notices?)\b/i],
  [
    'privacy',
    /\b(?:privacy|personal (?:data|information)|data subject|your rights|erasure|cookies?|sub-?processors?)\b/i,
  ],
  ['support', /\b(?:support|help|billing|questions?)\b/i],
];
const ROLES_BY_ADDRESS: readonly (readonly [ContactRole, RegExp])[] = [
  ['officer', /^(?:dpo|data-?protection-?officer)/i],
  ['security', /^(?:security|abuse|incident)/i],
  ['legal', /^(?:legal|notices?)/i],
  ['privacy', /^(?:privacy|gdpr|data|dataprotection|data-protection)/i],
  ['support', /^(?:support|help|hello|info|contact|team)/i],
];
const OFFICER_NAME =
  /\b[Dd]ata [Pp]rotection [Oo]fficer(?:,| is|:|\s+\()\s*(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?(\p{Lu}[\p{L}'’-]+(?:\s+(?:\p{Lu}\.|(?:van|von|de|der|di)\s)?\s*\p{Lu}[\p{L}'’-]+){1,3})/gu;
/** Letters by which a mistyped address differs from the right one. */
const TYPING_ERROR = 2;

/** Addresses, telephones and officers of one purpose that differ between documents, and addresses that look mistyped. */
export function checkContacts(sisters: readonly Sister[]): SisterFinding[] {
  const emails = sisters.map(readEmails);
  const phones = sisters.map(readPhones);
  const officers = sisters.map(readOfficers);
  return pairsOf(sisters).flatMap(([a, b]) => {
    const [ea, eb] = [emails[a.document] ?? [], emails[b.document] ?? []];
    const mistyped = findMistyped(a, b, ea, eb);
    const reported = new Set(
      mistyped.flatMap(({ places }) => places.map(({ quote }) => quote.toLowerCase())),
    );
    const differing = differingByRole(a, b, ea, eb).filter(
      ({ places }) => !places.every(({ quote }) => reported.has(quote.toLowerCase())),
    );
    return [
      ...mistyped,
      ...differing,
      ...differingValues(a, b, phones[a.document] ?? [], phones[b.document] ?? [], 'telephone number'),
      ...differingValues(
        a,
        b,
        officers[a.document] ?? [],
        officers[b.document] ?? [],
        'data protection officer',
      ),
    ];
  });
}

function readEmails(sister: Sister): Contact[] {
  const sentences = splitSentences(sister.text);
  return sister.inspection.emails.map(({ email, range }) => {
    const around = sentences.find(({ from, to }) => from <= range.from && range.from < to);
    const sentence = around ? sister.text.slice(around.from, around.to).replaceAll(email, ' ') : '';
    const role = roleBy(ROLES_BY_ADDRESS, email) ?? roleBy(ROLES_BY_SENTENCE, sentence);
    return { value: email.toLowerCase(), role, range };
  });
}

function roleBy(rules: readonly (readonly [ContactRole, RegExp])[], text: string): ContactRole | null {
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function readPhones(sister: Sister): Contact[] {
  return sister.inspection.phones.map((phone) => {
    const at = Math.max(0, sister.text.indexOf(phone));
    return { value: phone.replace(/[^\d+]/g, ''), role: null, range: { from: at, to: at + phone.length } };
  });
}

function readOfficers(sister: Sister): Contact[] {
  return [...sister.text.matchAll(OFFICER_NAME)].map((match) => {
    const name = match[1] ?? '';
    const from = match.index + match[0].length - name.length;
    return {
      value: name.toLowerCase().replace(/\s+/g, ' '),
      role: null,
      range: { from, to: from + name.length },
    };
  });
}

/** Same name at another domain, or one or two letters off: meant to be one address. */
function findMistyped(
  a: Sister,
  b: Sister,
  left: readonly Contact[],
  right: readonly Contact[],
): SisterFinding[] {
  return left.flatMap((x) =>
    right
      .filter((y) => x.value !== y.value && looksMistyped(x.value, y.value))
      .filter(
        (y) => !left.some(({ value }) => value === y.value) || !right.some(({ value }) => value === x.value),
      )
      .map((y) =>
        finding('e-mail address', placeIn(a, x.range), placeIn(b, y.range), a, b, x.value, y.value),
      ),
  );
}

function looksMistyped(x: string, y: string): boolean {
  const [nameX = '', hostX = ''] = x.split('@');
  const [nameY = '', hostY = ''] = y.split('@');
  if (nameX === nameY) return true;
  return (
    hostX === hostY &&
    Math.min(nameX.length, nameY.length) > TYPING_ERROR &&
    within(nameX, nameY, TYPING_ERROR)
  );
}

function differingByRole(
  a: Sister,
  b: Sister,
  left: readonly Contact[],
  right: readonly Contact[],
): SisterFinding[] {
  return left.flatMap((x) => {
    if (!x.role || right.some(({ value }) => value === x.value)) return [];
    const rival = right.find((y) => y.role === x.role && !left.some(({ value }) => value === y.value));
    if (!rival) return [];
    return [
      finding('e-mail address', placeIn(a, x.range), placeIn(b, rival.range), a, b, x.value, rival.value),
    ];
  });
}

function differingValues(
  a: Sister,
  b: Sister,
  left: readonly Contact[],
  right: readonly Contact[],
  what: string,
): SisterFinding[] {
  const [x] = left.filter(({ value }) => !right.some((other) => other.value === value));
  const [y] = right.filter(({ value }) => !left.some((other) => other.value === value));
  if (!x || !y) return [];
  return [finding(what, placeIn(a, x.range), placeIn(b, y.range), a, b)];
}

function finding(
  what: string,
  placeA: SisterPlace,
  placeB: SisterPlace,
  a: Sister,
  b: Sister,
  valueA: string = placeA.quote,
  valueB: string = placeB.quote,
): SisterFinding {
  return {
    kind: 'contact',
    severity: 'warning',
    message: `${a.label} and ${b.label} give a different ${what}: ${valueA} and ${valueB}.`,
    places: [placeA, placeB],
  };
}

function pairsOf(sisters: readonly Sister[]): [Sister, Sister][] {
  return sisters.flatMap((a, index) => sisters.slice(index + 1).map((b): [Sister, Sister] => [a, b]));
}

/** True if one word becomes the other by at most `limit` letters put in, left out or changed (Levenshtein). */
function within(x: string, y: string, limit: number): boolean {
  let row = Array.from({ length: y.length + 1 }, (_, index) => index);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++) {
      const change = (row[j - 1] ?? 0) + (x[i - 1] === y[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[y.length] ?? limit + 1) <= limit;
}
