import { type Period, writePeriod } from '../../../../shared/structure/lenses/commitments-lens.ts';
import { addDate, writeEntityDetail, writeTitle } from '../../../../shared/structure/lenses/details-lens.ts';
import type { LensEdits } from '../../../../shared/structure/lenses/edits.ts';
import { removeHistoryEntry, updateHistoryEntry } from '../../../../shared/structure/lenses/history-lens.ts';
import { retargetReference, updateLink } from '../../../../shared/structure/lenses/links-lens.ts';
import {
  addPractice,
  removePractice,
  updatePractice,
} from '../../../../shared/structure/lenses/practices-lens.ts';
import { apply, differ, fold, pick } from './law-helpers.ts';
import type { Policy, RandomEdit } from './laws.ts';

/** The edits of panels whose laws stand here. */
export const PANEL_KINDS = [
  'title',
  'add-date',
  'entity-detail',
  'history-entry',
  'remove-history',
  'practice',
  'add-practice',
  'remove-practice',
  'period',
  'link',
  'reference',
] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

type Law = (policy: Policy, edit: RandomEdit) => string | null;

/** How a lens of the panels broke a law, or null. */
export const PANEL_LAWS: Readonly<Record<PanelKind, Law>> = {
  title({ text, document, inspection }, { words }) {
    const same = inspection.title ? writeTitle(document, inspection, inspection.title) : [];
    if (same !== null && same.length > 0) return 'writing back the title changed it';
    const title = fold(words);
    const after = title ? apply(text, writeTitle(document, inspection, title)) : null;
    return after && !after.sections.some(({ heading }) => heading === title)
      ? `wrote the title ${title}, read ${after.title}`
      : null;
  },

  'add-date'({ text, document, inspection }, { iso, other }) {
    const kind = other % 2 === 0 ? 'effective' : 'last-updated';
    const after = apply(text, addDate(document, inspection, kind, iso));
    if (!after) return null;
    const dates = after.dates.map((date) => `${date.kind} ${date.iso}`);
    const before = inspection.dates.map((date) => `${date.kind} ${date.iso}`);
    return differ(dates.filter((date) => date !== `${kind} ${iso}`).sort(), before.sort());
  },

  'entity-detail'({ text, document, inspection }, { index, other }) {
    const at = pick(index, inspection.entities);
    const entity = inspection.entities[at];
    const field = other % 2 === 0 ? 'address' : 'id';
    if (!entity?.[field]) return null;
    if (writeEntityDetail(document, inspection, at, field, entity[field])?.length !== 0)
      return `writing back ${field} changed it`;
    const value = `${(index % 89) + 10} Larch Row, Bristol`;
    const after = apply(text, writeEntityDetail(document, inspection, at, field, value));
    return after && !after.text.includes(value) ? `${value} is not written` : null;
  },

  'history-entry'({ text, document, inspection }, { index, words, iso, other }) {
    const at = pick(index, inspection.history);
    const entry = inspection.history[at];
    if (!entry) return null;
    const same = updateHistoryEntry(document, inspection, at, entry);
    if (same !== null && same.length > 0) return 'writing back an entry changed it';
    const note = `Changed ${fold(words.replace(/\d/g, ''))}`.trim();
    const changes = other % 2 === 0 ? { iso } : { note };
    const edits = updateHistoryEntry(document, inspection, at, changes);
    const after = apply(text, edits);
    if (!after) return null;
    const read = after.history.find(({ range }) => range.from === entry.range.from);
    const wanted = { ...entry, ...changes };
    return (
      outside(edits, entry.range) ??
      (other % 2 === 0 || after.history.length === inspection.history.length
        ? differ(read?.iso, wanted.iso)
        : `${inspection.history.length} entries became ${after.history.length}`)
    );
  },

  'remove-history'({ text, document, inspection }, { index }) {
    const at = pick(index, inspection.history);
    const after = apply(text, removeHistoryEntry(document, inspection, at));
    return after && after.history.length >= inspection.history.length ? 'the entry is still there' : null;
  },

  practice({ text, document, inspection }, { index, other, words }) {
    const at = pick(index, inspection.dataPractices);
    const old = inspection.dataPractices[at];
    if (!old) return null;
    const same = updatePractice(document, inspection, at, old);
    if (same !== null && same.length > 0)
      return `writing back ${old.category} changed it: ${JSON.stringify(same).slice(0, 120)}`;
    const said = fold(`Keeps ${words}`);
    const changes =
      [{ category: said }, { purpose: said }, { retention: said }, { basis: said }][other % 4] ?? {};
    const edits = updatePractice(document, inspection, at, changes);
    const after = apply(text, edits);
    if (!after) return null;
    const read = after.dataPractices.find(({ range }) => range.from === old.range.from);
    const fields = (value: typeof old | undefined): unknown => [
      value?.category,
      value?.purpose.replace(/\.$/, ''),
      value?.basis,
      value?.recipients,
      value?.retention,
    ];
    return outside(edits, old.range) ?? differ(fields(read), fields({ ...old, ...changes }));
  },

  'add-practice'({ text, document, inspection }, { index }) {
    const fields = {
      category: `Letters ${index % 97}`,
      purpose: 'Answering',
      basis: '',
      recipients: '',
      retention: '',
    };
    const after = apply(text, addPractice(document, inspection, fields));
    if (!after) return null;
    const added = after.dataPractices.filter(({ category }) => category === fields.category);
    return added.length >= 1 && after.dataPractices.length === inspection.dataPractices.length + 1
      ? null
      : `added one practice, ${inspection.dataPractices.length} became ${after.dataPractices.length}`;
  },

  'remove-practice'({ text, document, inspection }, { index }) {
    const at = pick(index, inspection.dataPractices);
    const after = apply(text, removePractice(document, inspection, at));
    return after && after.dataPractices.length >= inspection.dataPractices.length
      ? 'the practice is still there'
      : null;
  },

  period({ text, document, inspection }, { index, other }) {
    const at = pick(index, inspection.timeCommitments);
    const old = inspection.timeCommitments[at];
    if (!old) return null;
    if (writePeriod(document, inspection, at, old)?.length !== 0) return 'writing back a period changed it';
    const units = ['hour', 'day', 'working-day', 'week', 'month', 'year'] as const;
    const unit = old.unit === 'age' ? 'age' : (units[other % units.length] ?? 'day');
    const period: Period = { value: old.unit === 'age' ? 5 + (other % 17) : 1 + (other % 400), unit };
    const edits = writePeriod(document, inspection, at, period);
    const after = apply(text, edits);
    if (!after) return null;
    const read = after.timeCommitments.find(({ range }) => range.from === old.range.from);
    return outside(edits, old.range) ?? differ([read?.value, read?.unit], [period.value, period.unit]);
  },

  link({ text, document, inspection }, { index, other, words }) {
    const at = pick(index, inspection.links);
    const old = inspection.links[at];
    if (!old) return null;
    const same = updateLink(document, inspection, at, old);
    if (same !== null && same.length > 0) return 'writing back a link changed it';
    const changes =
      other % 2 === 0 ? { text: fold(`See ${words}`) } : { url: `https://l.example/${other % 97}/(x)` };
    const after = apply(text, updateLink(document, inspection, at, changes));
    if (!after) return null;
    const read = after.links.find(({ range }) => range.from === old.range.from);
    return changes.url === undefined
      ? differ([read?.text, read?.url], [changes.text, old.url])
      : differ(read?.url, changes.url);
  },

  reference({ text, document, inspection }, { index, other }) {
    const at = pick(index, inspection.crossReferences);
    const old = inspection.crossReferences[at];
    const label = inspection.crossReferences[other % Math.max(1, inspection.crossReferences.length)]?.label;
    if (!old || label === undefined) return null;
    const edits = retargetReference(document, inspection, at, label);
    const after = apply(text, edits);
    if (!after) return null;
    const read = after.crossReferences.find(({ range }) => range.from === old.range.from);
    return outside(edits, old.range) ?? differ(read?.label, label);
  },
};

/** An edit that leaves the place it is about. */
function outside(edits: LensEdits, range: { from: number; to: number }): string | null {
  const stray = edits?.find(({ from, to }) => from < range.from || to > range.to);
  return stray ? `an edit at ${stray.from} leaves ${range.from}..${range.to}` : null;
}
