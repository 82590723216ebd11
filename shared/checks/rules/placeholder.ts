import type { TextRange } from '../../model/text.ts';
import { sourceRange } from '../../structure/plain-text.ts';
import type { Problem, Rule } from '../rule.ts';

/** What templates leave to be filled in. Brackets alone are not enough: citations and "[sic]" use them too. */
const PLACEHOLDER =
  /\[(?:insert|enter|add|your|company|business|website|date|name|address|e-?mail|phone|contact|country|state|url|link|product|service|title|number|\.{3}|…|_+|•|●|\*+|TBD|TBC|X{2,})[^\]\n]{0,60}\]|\{\{[^{}\n]{1,60}\}\}|%[A-Z][A-Z_]{2,}%|\b(?:X{2,}|N{2,}|\?{2,}) (?:(?:business|working|calendar) )?(?:hours?|days?|weeks?|months?|years?)\b|\b(?:TBD|TBC|TODO|FIXME|XXX|XX\/XX\/\d*|lorem ipsum)\b|_{4,}/giu;

/** In Markdown these are HTML and no text. */
const IN_ANGLES = /<(?:insert|your|company|date|name|address|website|product|service)(?: [\w' -]{0,40})?>/giu;

/** A gap that a template left and nobody filled. */
export const placeholder: Rule = {
  name: 'placeholder',
  title: 'Placeholders left in the text',
  find: ({ reading, document }) => [
    ...[...document.text.matchAll(IN_ANGLES)].map((match) =>
      toProblem(match[0], { from: match.index, to: match.index + match[0].length }),
    ),
    ...reading.passages.flatMap(({ plain }) =>
      [...plain.text.matchAll(PLACEHOLDER)]
        .filter((match) => !/^\[e-?mail\s*protected/i.test(match[0]) && !isInQuotes(plain.text, match.index))
        .filter((match) => plain.text[match.index + match[0].length] !== '(')
        .map((match) => toProblem(match[0], sourceRange(plain, match.index, match.index + match[0].length))),
    ),
  ],
};

function toProblem(words: string, range: TextRange): Problem {
  return {
    range,
    severity: words.startsWith('_') ? 'warning' : 'error', // a form's lines are blank on purpose
    message: `“${words}” looks like a placeholder that was not filled in.`,
    fix: { label: 'Put in what belongs here.' },
  };
}

/** "Say “I live in [your town]”": an example of what people write, with its gap meant. */
function isInQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
