const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, index) => [word, index + 1] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** Source of a pattern for counts in figures or words ("30", "1,000", "forty-five", "one hundred and eighty"). */
export const COUNT_PATTERN = `\\d{1,3}(?:,\\d{3})+|\\d{1,4}|one hundred(?:(?: and)? (?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(0, 9).join('|')}))?)?|(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(0, 9).join('|')}))?|${[...UNITS].sort((x, y) => y.length - x.length).join('|')}`;

/** Reads a count that `COUNT_PATTERN` matches; null for anything else. */
export function parseCount(text: string): number | null {
  const words = text.toLowerCase().trim();
  if (/^\d[\d,]*$/.test(words)) return Number(words.replaceAll(',', ''));
  const hundred = words.startsWith('one hundred');
  const rest = words.replace(/^one hundred(?: and)?/, '').trim();
  const sum = rest
    .split(/[\s-]+/)
    .filter(Boolean)
    .reduce<number | null>((total, word) => {
      const value = VALUES.get(word);
      return total === null || value === undefined ? null : total + value;
    }, 0);
  if (sum === null || (!hundred && sum === 0)) return null;
  return sum + (hundred ? 100 : 0);
}

/** A count in words ("forty-five"), the inverse of `parseCount`; null above 199. */
export function writeCount(value: number): string | null {
  if (!Number.isInteger(value) || value < 1 || value > 199) return null;
  if (value >= 100) return value === 100 ? 'one hundred' : `one hundred and ${writeCount(value - 100)}`;
  const unit = UNITS[value - 1];
  if (unit) return unit;
  const ten = TENS[Math.floor(value / 10) - 2] ?? '';
  return value % 10 === 0 ? ten : `${ten}-${UNITS[(value % 10) - 1]}`;
}
