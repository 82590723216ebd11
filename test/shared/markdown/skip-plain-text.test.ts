import { parser, Strikethrough, TaskList } from '@lezer/markdown';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inlineBudget } from '../../../shared/markdown/inline-budget.ts';
import { linkAwareAutolink } from '../../../shared/markdown/link-aware-autolink.ts';
import { skipPlainText } from '../../../shared/markdown/skip-plain-text.ts';
import { tableAfterText } from '../../../shared/markdown/table-after-text.ts';

const EXTENSIONS = [tableAfterText, TaskList, Strikethrough, linkAwareAutolink];
const slow = parser.configure([...EXTENSIONS, inlineBudget]);
const fast = parser.configure([...EXTENSIONS, skipPlainText, inlineBudget]);

const PIECES = (
  'www. www w http:// https://a.b mailto: xmpp: @ a@b.co foo_bar@x.org _ __ * ** [ ] ( ) ! ` \\ &amp; & < > <a> ~ ~~ ' +
  '. : - + é 𝒜 word Some x 1 | / ?q= #'
).split(' ');

it('leaves the tree as it is without the stride over plain text', () => {
  const piece = fc.constantFrom(...PIECES, ' ', '  ', '\n', '  \n', '\\\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      expect(nodesOf(fast, text)).toEqual(nodesOf(slow, text));
    }),
    { numRuns: 3000 },
  );
});

function nodesOf(reader: typeof parser, text: string): string[] {
  const nodes: string[] = [];
  reader.parse(text).iterate({
    enter({ name, from, to }) {
      nodes.push(`${name} ${from}-${to}`);
    },
  });
  return nodes;
}
