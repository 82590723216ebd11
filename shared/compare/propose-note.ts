import type { Change, Comparison } from './comparison.ts';

/** Sections named in a note before the rest is counted. */
const NAMED_SECTIONS = 3;

/** A note is read in a list of versions; more than this no longer fits there. */
const MOST_SENTENCES = 2;

/** Drafts one or two plain sentences for a version's note from what changed; the author edits them. */
export function proposeNote(comparison: Comparison): string {
  const wording = comparison.changes.filter((change) => change.class === 'substantive');
  if (comparison.changes.length === 0) return 'No changes.';
  if (wording.length === 0) return editorialNote(comparison.changes);
  const facts = changedFacts(comparison, wording);
  const where = sectionNote(comparison, wording) || `${count(wording.length, 'change')} of wording.`;
  const sentences = [where, facts, vendorNote(comparison, wording), renameNote(comparison)];
  return sentences.filter(Boolean).slice(0, MOST_SENTENCES).join(' ');
}

function vendorNote({ a, b }: Comparison, changes: readonly Change[]): string {
  const named = changes.filter(({ signals }) => signals.includes('vendor'));
  const added = named.filter(isAddition).map(({ fromB, toB }) => firstName(b.text.slice(fromB, toB)));
  const removed = named.filter(isRemoval).map(({ fromA, toA }) => firstName(a.text.slice(fromA, toA)));
  const parts = [
    added.some(Boolean) ? `added ${added.filter(Boolean).slice(0, NAMED_SECTIONS).join(', ')}` : '',
    removed.some(Boolean) ? `removed ${removed.filter(Boolean).slice(0, NAMED_SECTIONS).join(', ')}` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `Vendors: ${parts.join('; ')}.` : '';
}

function isAddition({ fromA, toA, kind }: Change): boolean {
  return fromA === toA && (kind === 'row' || kind === 'insert');
}

function isRemoval({ fromB, toB, kind }: Change): boolean {
  return fromB === toB && (kind === 'row' || kind === 'delete');
}

/** The name that a table row or list item begins with; empty where it begins with a sentence. */
function firstName(source: string): string {
  const [, name = ''] =
    /^[\s|*+-]*(?:\d+\.\s*)?[[*_]*([^|\][*_\n(]{2,40})(?=[|\]*_\n(]|$)/.exec(source) ?? [];
  return name
    .trim()
    .replace(/[.:,–—-]+$/, '')
    .trim();
}

function renameNote({ renames = [] }: Comparison): string {
  const [first] = renames;
  return first ? `“${first.from}” is now “${first.to}”.` : '';
}

function editorialNote(changes: readonly Change[]): string {
  const names: Record<string, string> = {
    moved: 'passages moved',
    numbering: 'numbering',
    reflow: 'layout',
    markup: 'formatting',
    typography: 'typography',
    'link-target': 'link addresses',
    'link-tracking': 'link addresses',
  };
  const kinds = [...new Set(changes.map((change) => names[change.class] ?? change.class))];
  return `Editorial only: ${kinds.join(', ')}.`;
}

/** Numbers, times and amounts that were replaced one for one: "7 days" to "60 days". */
function changedFacts(comparison: Comparison, changes: readonly Change[]): string {
  const found: string[] = [];
  for (const change of changes) {
    if (change.kind !== 'replace' && change.kind !== 'cell') continue;
    if (!change.signals.some((signal) => ['duration', 'date', 'amount', 'number'].includes(signal))) continue;
    const old = quoted(comparison.a.text, change.fromA, change.toA);
    const fresh = quoted(comparison.b.text, change.fromB, change.toB);
    if (old && fresh) found.push(`${old} became ${fresh}`);
  }
  return found.length === 0 ? '' : `${found.slice(0, 3).join('; ')}.`;
}

/** The changed words with the rest of the line's next word, so that "7" reads as "7 days"; null where it would be long. */
function quoted(text: string, from: number, to: number): string | null {
  const [unit = ''] = /^[ \t]+[\p{L}]+/u.exec(text.slice(to, to + 30)) ?? [];
  const words = (text.slice(from, to) + unit).trim().replace(/\s+/g, ' ');
  return words.length > 0 && words.length <= 40 ? `“${words}”` : null;
}

/** The sections that changed, came and went: “Changed “Retention”; added “Cookies”.” Empty where none has a name. */
function sectionNote({ a, b }: Comparison, changes: readonly Change[]): string {
  const changed = new Set<string>();
  const added = new Set<string>();
  const removed = new Set<string>();
  for (const { fromA, toA, fromB, toB, sectionA, sectionB } of changes) {
    const name = sectionB.at(-1) ?? sectionA.at(-1);
    // What comes or goes below a section that does so too is not worth a word of its own.
    if (fromA === toA && beginsSection(b.text, fromB, toB)) addOutermost(added, sectionB);
    else if (fromB === toB && beginsSection(a.text, fromA, toA)) addOutermost(removed, sectionA);
    else if (name && !sectionB.some((above) => added.has(above))) changed.add(name);
  }
  const parts = [
    changed.size > 0 ? `changed ${listNames([...changed])}` : '',
    added.size > 0 ? `added ${listNames([...added])}` : '',
    removed.size > 0 ? `removed ${listNames([...removed])}` : '',
  ].filter(Boolean);
  const [first, ...rest] = parts;
  return first ? `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join('; ')}.` : '';
}

function addOutermost(names: Set<string>, path: readonly string[]): void {
  const name = path.at(-1);
  if (name && !path.some((above) => names.has(above))) names.add(name);
}

/** Whether a passage begins with a heading, with number signs or underlined. */
function beginsSection(text: string, from: number, to: number): boolean {
  return /^\s*(?:#{1,6}[ \t]+\S|[^\n]+\n(?:=+|-+)[ \t]*(?:\n|$))/.test(text.slice(from, to));
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_SECTIONS).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${count(rest, 'other section')}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
