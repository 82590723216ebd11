/** More than anyone steps through; it bounds the work for a query such as `e`. */
const MOST_MATCHES = 5000;
/** Elements whose text is read as one, so that a match may run through emphasis and links but not from paragraph to paragraph. */
const UNITS = '.passage-heading, .passage-text p, .passage-text td';

/** Finds words in the passages drawn below `root`, in reading order, without regard to case; any white space stands for any. */
export function findInPassages(root: Element, query: string): readonly Range[] {
  const pattern = patternFor(query);
  if (!pattern) return [];
  const found: Range[] = [];
  for (const unit of root.querySelectorAll(UNITS)) {
    const nodes = textNodes(unit);
    const text = nodes.map(({ data }) => data).join('');
    for (const match of text.matchAll(pattern)) {
      found.push(rangeIn(nodes, match.index, match.index + match[0].length));
      if (found.length >= MOST_MATCHES) return found;
    }
  }
  return found;
}

function patternFor(query: string): RegExp | null {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'giu');
}

function textNodes(unit: Element): readonly Text[] {
  const walker = unit.ownerDocument.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) nodes.push(node);
  return nodes;
}

function rangeIn(nodes: readonly Text[], from: number, to: number): Range {
  const range = new Range();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (from >= before && from < after) range.setStart(node, from - before);
    if (to > before && to <= after) range.setEnd(node, to - before);
    before = after;
  }
  return range;
}
