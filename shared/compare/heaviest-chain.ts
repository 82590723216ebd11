/** Indices of the pairs (given in order of A) of the chain that increases in `j` too and whose weights sum highest; O(n log n) by a Fenwick tree. */
export function heaviestChain(
  pairs: readonly { readonly j: number; readonly weight: number }[],
  countB: number,
): Set<number> {
  const tree = new Int32Array(countB + 2).fill(-1);
  const totals = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  const total = (index: number): number => (index < 0 ? 0 : (totals[index] ?? 0));
  let last = -1;
  pairs.forEach(({ j, weight }, index) => {
    let best = -1;
    for (let at = j; at > 0; at -= at & -at) if (total(tree[at] ?? -1) > total(best)) best = tree[at] ?? -1;
    totals[index] = weight + total(best);
    previous[index] = best;
    for (let at = j + 1; at < tree.length; at += at & -at)
      if (total(index) > total(tree[at] ?? -1)) tree[at] = index;
    if (total(index) > total(last)) last = index;
  });
  const chain = new Set<number>();
  for (let index = last; index >= 0; index = previous[index] ?? -1) chain.add(index);
  return chain;
}
