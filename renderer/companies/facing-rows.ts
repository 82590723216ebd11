import type { AlignmentLink, PassageSummary } from '../../shared/align/alignment.ts';

/** A row of the facing columns: a passage of the leading document and what corresponds to it in the other. */
export interface FacingRow {
  /** Null where a passage of the other document corresponds to nothing. */
  readonly lead: PassageSummary | null;
  /** Corresponding passages that are shown here in full; the others of `links` stand in an earlier row. */
  readonly facing: readonly PassageSummary[];
  /** Links from `lead`, the strongest first. */
  readonly links: readonly FacingLink[];
}

/** A link with the passage it leads to and the row that shows that passage in full. */
export interface FacingLink {
  readonly passage: PassageSummary;
  readonly link: AlignmentLink;
  readonly row: number;
}

/**
 * Lays two documents out in the order of the first. Each passage of either stands in full exactly once; where one corresponds to
 * several, the later rows refer back. Passages of the other document without a counterpart keep their place in its order.
 */
export function facingRows(
  lead: readonly PassageSummary[],
  other: readonly PassageSummary[],
  links: readonly AlignmentLink[],
): readonly FacingRow[] {
  const linked = linksByLead(lead, other, links);
  const owner = firstOwners(lead, linked);
  const alone = other.filter((passage) => !owner.has(passage.id));
  const rows: FacingRow[] = [];
  const rowOf = new Map<string, number>();
  const addAlone = (before: number): void => {
    while (alone[0] && alone[0].range.from < before) {
      const passage = alone.shift();
      if (passage) rows.push({ lead: null, facing: [passage], links: [] });
    }
  };
  for (const passage of lead) {
    const all = linked.get(passage.id) ?? [];
    const facing = all
      .filter((item) => owner.get(item.passage.id) === passage.id)
      .map((item) => item.passage)
      .sort((x, y) => x.range.from - y.range.from);
    if (facing[0]) addAlone(facing[0].range.from);
    for (const shown of facing) rowOf.set(shown.id, rows.length);
    const own = all.map((item) => ({ ...item, row: rowOf.get(item.passage.id) ?? rows.length }));
    rows.push({ lead: passage, facing, links: own });
  }
  addAlone(Number.POSITIVE_INFINITY);
  return rows;
}

type Linked = { readonly passage: PassageSummary; readonly link: AlignmentLink };

function linksByLead(
  lead: readonly PassageSummary[],
  other: readonly PassageSummary[],
  links: readonly AlignmentLink[],
): ReadonlyMap<string, readonly Linked[]> {
  const others = new Map(other.map((passage) => [passage.id, passage]));
  const linked = new Map<string, Linked[]>(lead.map(({ id }) => [id, []]));
  for (const link of links) {
    const [from, to] = linked.has(link.from) ? [link.from, link.to] : [link.to, link.from];
    const passage = others.get(to);
    if (passage) linked.get(from)?.push({ passage, link });
  }
  for (const list of linked.values()) list.sort((x, y) => y.link.score - x.link.score);
  return linked;
}

/** The first passage of the leading document that each other one corresponds to: the row that shows it in full. */
function firstOwners(
  lead: readonly PassageSummary[],
  linked: ReadonlyMap<string, readonly Linked[]>,
): ReadonlyMap<string, string> {
  const owner = new Map<string, string>();
  for (const { id } of lead)
    for (const { passage } of linked.get(id) ?? []) if (!owner.has(passage.id)) owner.set(passage.id, id);
  return owner;
}
