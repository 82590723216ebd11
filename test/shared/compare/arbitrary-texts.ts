import fc from 'fast-check';

const WORDS = [
  'we',
  'may',
  'not',
  'the',
  'data',
  'of',
  'your',
  'account',
  '30',
  'days',
  'seven',
  'délai',
  '数据',
  '🔒',
  'co-op',
  'user’s',
  'retain',
  'Acme',
  '(b)',
];
const MARKS = [
  '.',
  ',',
  ';',
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '(https://a.example/?utm_source=x)',
  '|',
  '&amp;',
  '\\*',
  '<b>',
  '~~',
  '"',
  '“',
];
const PREFIXES = [
  '',
  '',
  '# ',
  '## ',
  '* ',
  '- ',
  '1. ',
  '12) ',
  '> ',
  '    ',
  '  - ',
  '| ',
  '```',
  '---',
  '| --- | --- |',
  '<!-- x -->',
  '[l]: /u',
];
const ENDS = ['\n', '\n\n', '\n\n\n', '  \n', ' ', '', '\t\n', '\u00a0\n'];

const line: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...PREFIXES),
    fc.array(fc.tuple(fc.constantFrom(...WORDS, ...MARKS), fc.constantFrom(' ', ' ', ' ', '', '  ')), {
      maxLength: 14,
    }),
    fc.constantFrom(...ENDS),
  )
  .map(([prefix, words, end]) => prefix + words.map(([word, space]) => word + space).join('') + end);

/** Texts made of what Markdown is made of, well formed or not. */
export const arbitraryMarkdown: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.array(line, { maxLength: 14 }).map((lines) => lines.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

type Edit = readonly [at: number, remove: number, insert: string, take: number];

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 40 }),
  fc.oneof(fc.constant(''), line, fc.constantFrom(...WORDS, ...MARKS)),
  fc.integer({ min: 0, max: 80 }),
);

/** Cuts, writes and moves stretches of a text without regard for words or blocks. */
function applyEdit(text: string, [at, remove, insert, take]: Edit): string {
  const place = Math.floor(at * text.length);
  const cut = text.slice(0, place) + insert + text.slice(place + remove);
  if (take < 60) return cut;
  const moved = cut.slice(place, place + take);
  const rest = cut.slice(0, place) + cut.slice(place + take);
  const target = (place * 7) % (rest.length + 1);
  return rest.slice(0, target) + moved + rest.slice(target);
}

/** Two texts: one made of the other by edits, or unrelated. */
export const arbitraryPair: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(arbitraryMarkdown, fc.array(edit, { maxLength: 6 }))
      .map(([text, edits]): readonly [string, string] => [text, edits.reduce(applyEdit, text)]),
  },
  { weight: 1, arbitrary: fc.tuple(arbitraryMarkdown, arbitraryMarkdown) },
);
