import { sourceRange } from '../../structure/plain-text.ts';
import type { Rule } from '../rule.ts';

/** What templates leave to be filled in. Brackets alone are not enough: citations and "[sic]" use them too. */
const PLACEHOLDER =
  /\[(?:insert|enter|add|your|company|business|website|date|name|address|e-?mail|phone|contact|country|state|url|link|product|service|title|number|\.{3}|…|_+|•|\*+|TBD|TBC|X{2,})[^\]\n]{0,60}\]|\{\{[^{}\n]{1,60}\}\}|<(?:insert|your|company|date|name)\b[^<>\n]{0,60}>|\b(?:TBD|TBC|TODO|FIXME|XXX|XX\/XX\/\d*|lorem ipsum)\b|_{4,}/giu;

/** A gap that a template left and nobody filled. */
export const placeholder: Rule = {
  name: 'placeholder',
  title: 'Placeholders left in the text',
  find: ({ reading }) =>
    reading.passages.flatMap(({ plain }) =>
      [...plain.text.matchAll(PLACEHOLDER)]
        .filter((match) => !/^\[e-?mail\s*protected/i.test(match[0]) && !isInQuotes(plain.text, match.index))
        .filter((match) => plain.text[match.index + match[0].length] !== '(')
        .map((match) => ({
          range: sourceRange(plain, match.index, match.index + match[0].length),
          severity: match[0].startsWith('_') ? ('warning' as const) : ('error' as const),
          message: `“${match[0]}” looks like a placeholder that was not filled in.`,
          fix: { label: 'Put in what belongs here.' },
        })),
    ),
};

/** "Say “I live in [your town]”": an example of what people write, with its gap meant. */
function isInQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
