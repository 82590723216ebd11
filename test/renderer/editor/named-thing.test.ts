import { describe, expect, it } from 'vitest';
import { namedThingAt, renameEverywhere } from '../../../renderer/editor/named-thing.ts';
import { sectionPath } from '../../../renderer/editor/section-path.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { applyEdits } from '../../../shared/model/text.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

const TEXT = `# Privacy Policy

## Definitions

"**Visitor**" means anyone who reads our pages. Visitors may write to us, as told in [Contact us](#contact-us).

## Sub-processors

| Name | Purpose | Country |
| --- | --- | --- |
| Oarlock Hosting | Hosting | Norway |

Oarlock Hosting keeps a Visitor's address.

### Contact us

Write to us.
`;
const read = { text: TEXT, inspection: inspect(parseDocument(TEXT)) };

function rename(at: string, name: string): string | null {
  const thing = namedThingAt(read, TEXT.indexOf(at) + 1);
  const edits = thing && renameEverywhere(read, thing, name);
  return edits ? applyEdits(TEXT, edits) : null;
}

describe('what the caret is on', () => {
  it.each([
    ['Visitors may', 'term', 'Visitor'],
    ['Oarlock Hosting keeps', 'vendor', 'Oarlock Hosting'],
    ['Contact us\n', 'section', 'Contact us'],
  ])('%j is a %s', (at, kind, name) =>
    expect(namedThingAt(read, TEXT.indexOf(at) + 1)).toMatchObject({ kind, name }),
  );
  it('is nothing in plain words', () =>
    expect(namedThingAt(read, TEXT.indexOf('Write to us.') + 2)).toBeNull());

  it('gets another name everywhere: a term with its plural', () => {
    const after = rename('Visitors may', 'Reader');
    expect(after).toContain('"**Reader**" means');
    expect(after).toContain('Readers may write');
    expect(after).toContain("a Reader's address");
  });
  it('a vendor in its row and in the prose', () => {
    const after = rename('Oarlock Hosting keeps', 'Rowlock');
    expect(after?.match(/Rowlock/g)).toHaveLength(2);
    expect(after).not.toContain('Oarlock');
  });
  it('a section with the links to it', () => {
    const after = rename('Contact us\n', 'How to reach us');
    expect(after).toContain('### How to reach us');
    expect(after).toContain('(#how-to-reach-us)');
  });
  it('but no name that a table or a line could not hold', () =>
    expect(rename('Visitors may', 'a|b')).toBeNull());
});

it('the path of a section goes up by levels', () => {
  const { sections } = read.inspection;
  expect(sectionPath(sections, 3).map(({ heading }) => heading)).toEqual([
    'Privacy Policy',
    'Sub-processors',
    'Contact us',
  ]);
  expect(sectionPath(sections, -1)).toEqual([]);
});
