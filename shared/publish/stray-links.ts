import type { Element, Root } from 'hast';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type FindPage, isRelativeAddress } from './link-rules.ts';
import { markdownTree } from './markdown-tree.ts';
import { publishedText } from './published-text.ts';
import { safeLinkAddress } from './safe-address.ts';

/** The links of a text that lead to no page of what is published, each with its line: kept as written, they may lead nowhere. */
export function strayLinks(text: string, find: FindPage): Diagnostic[] {
  const strays: Diagnostic[] = [];
  const visit = (parent: Root | Element, around: number): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const line = Number(child.properties['dataLine'] ?? around);
      const { href } = child.properties;
      const address = typeof href === 'string' ? safeLinkAddress(href) : null;
      if (address && isRelativeAddress(address) && find(address) === null)
        strays.push({
          severity: 'warning',
          message: `Line ${line}: the link to “${address}” leads to no page that is published with this one; it is kept as written.`,
          line,
        });
      visit(child, line);
    }
  };
  visit(markdownTree(publishedText(text).text), 1);
  return strays;
}
