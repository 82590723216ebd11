import type { SyntaxNode } from '@lezer/common';

/**
 * Quotes, lists and emphasis are followed this deep; what is nested deeper is plain text. No person writes that, and a text of
 * 100,000 `>` would end every recursive reader with a stack overflow.
 */
const MAX_NESTING = 200;

/** True if a node stands deeper in the tree than Codicil follows. */
export function isTooDeep(node: SyntaxNode): boolean {
  let depth = 0;
  for (let parent = node.parent; parent; parent = parent.parent) if (++depth > MAX_NESTING) return true;
  return false;
}
