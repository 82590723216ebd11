import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import type { ChangeEntry } from './change-index.ts';
import { CLASS_NAMES, KIND_NAMES, SIGNAL_NAMES, shorten } from './change-words.ts';
import { toneOf } from './overview-marks.ts';

interface ChangeListProps {
  readonly label: string;
  readonly entries: readonly ChangeEntry[];
  readonly current: number | null;
  readonly onChoose: (entry: ChangeEntry) => void;
}

/** Fixed heights let the list place thousands of entries without measuring one. */
const LAYOUT = { rowHeight: 66, headingHeight: 28 };
const SIGNS = { insert: '+', delete: '−', replace: '±', move: '⇅', other: '~' } as const;
const EXCERPT_CHARACTERS = 90;

/** The changes in reading order under their sections; choosing one goes there. Only entries in sight are drawn. */
export function ChangeList({ label, entries, current, onChoose }: ChangeListProps): ReactNode {
  const sections = useMemo(() => bySection(entries), [entries]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.change.id, entry])), [entries]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => scrollToEntry(list.current, entries, sections, current), [entries, sections, current]);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <ListBox
        ref={list}
        aria-label={label}
        className="cmp-list"
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={current === null ? [] : [current]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          const entry = byId.get(Number(key));
          if (entry) onChoose(entry);
        }}
        items={sections}
      >
        {(section) => (
          <ListBoxSection id={section.id} className="cmp-list-section">
            <Header className="cmp-list-head" title={section.path}>
              {section.name}
            </Header>
            <Collection items={section.entries}>{(entry) => <ChangeItem entry={entry} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  );
}

interface Listed extends ChangeEntry {
  readonly id: number;
  readonly number: number;
}

interface ListedSection {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly entries: readonly Listed[];
}

function ChangeItem({ entry }: { readonly entry: Listed }): ReactNode {
  const { change } = entry;
  const tone = toneOf(change.kind, change.class);
  const kind = KIND_NAMES[change.kind];
  return (
    <ListBoxItem
      id={change.id}
      className="cmp-item"
      textValue={`${kind}: ${shorten(entry.before || entry.after, EXCERPT_CHARACTERS)}`}
    >
      <span className="cmp-item-sign" data-tone={tone} aria-hidden>
        {SIGNS[tone]}
      </span>
      <div className="cmp-item-body">
        <div
          className="cmp-item-head"
          title={change.signals.map((signal) => SIGNAL_NAMES[signal]).join(', ')}
        >
          <span>{`${entry.number}. ${kind}`}</span>
          {change.class === 'substantive' || change.class === 'moved' ? null : (
            <span className="cmp-item-class">{CLASS_NAMES[change.class]}</span>
          )}
          {change.signals.map((signal) => (
            <span key={signal} className="cmp-signal">
              {SIGNAL_NAMES[signal]}
            </span>
          ))}
        </div>
        <Excerpt entry={entry} />
      </div>
    </ListBoxItem>
  );
}

function Excerpt({ entry }: { readonly entry: ChangeEntry }): ReactNode {
  const { before, after, lead, tail, change } = entry;
  if (change.class === 'moved')
    return <div className="cmp-excerpt">{shorten(after || before, EXCERPT_CHARACTERS)}</div>;
  return (
    <div className="cmp-excerpt" data-markup={entry.isMarkup || undefined}>
      <span className="cmp-context">{lead}</span>
      <Wording before={before} after={after} />
      <span className="cmp-context">{tail}</span>
    </div>
  );
}

function Wording({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  if (`${before}${after}`.trim() === '') return <span title="Only white space changed">¶</span>;
  if (before === after) return shorten(before, EXCERPT_CHARACTERS);
  const room = before && after ? EXCERPT_CHARACTERS / 2 : EXCERPT_CHARACTERS;
  return (
    <>
      {before ? <del>{shorten(before, room)}</del> : null}
      {before && after ? ' ' : null}
      {after ? <ins>{shorten(after, room)}</ins> : null}
    </>
  );
}

/** Groups neighbours under one section heading; a section that is met again later is a group of its own, in reading order. */
function bySection(entries: readonly ChangeEntry[]): readonly ListedSection[] {
  const sections: { id: string; name: string; path: string; entries: Listed[] }[] = [];
  entries.forEach((entry, index) => {
    const listed = { ...entry, id: entry.change.id, number: index + 1 };
    const last = sections.at(-1);
    if (last?.path === entry.sectionPath) last.entries.push(listed);
    else
      sections.push({
        id: `section-${sections.length}`,
        name: entry.section || 'Before the first heading',
        path: entry.sectionPath,
        entries: [listed],
      });
  });
  return sections;
}

/** Keeps the current entry in sight; its place follows from the fixed heights, since it may not be drawn yet. */
function scrollToEntry(
  list: HTMLElement | null,
  entries: readonly ChangeEntry[],
  sections: readonly ListedSection[],
  current: number | null,
): void {
  const at = entries.findIndex((entry) => entry.change.id === current);
  if (!list || at < 0) return;
  let heads = 0;
  let counted = 0;
  for (const section of sections) {
    heads++;
    counted += section.entries.length;
    if (counted > at) break;
  }
  const top = heads * LAYOUT.headingHeight + at * LAYOUT.rowHeight;
  if (top < list.scrollTop + LAYOUT.headingHeight) list.scrollTop = top - LAYOUT.headingHeight;
  else if (top + LAYOUT.rowHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + LAYOUT.rowHeight - list.clientHeight;
}
