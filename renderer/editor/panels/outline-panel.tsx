import { Ellipsis } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Section } from '../../../shared/structure/inspection.ts';
import { moveNumberedSection } from '../../../shared/structure/lenses/move-numbered-section.ts';
import { type Services, useServices } from '../../app/services.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { MenuButton, type MenuEntries } from '../../components/menu.tsx';
import { RowList } from '../../components/row-list.tsx';
import type { Analysis } from '../text-analysis.ts';
import { rowAround } from './caret-row.ts';
import { type OutlineCommand, outlineCommandForKey, outlineEdits } from './outline-commands.ts';
import { useCaretLine, useGoTo } from './use-place.ts';
import { settledReading, useWriteBack } from './use-write-back.ts';

/** Pixels by which a level is set in. */
const INDENT = 14;

/**
 * The headings of the text, set in by level. A section is dragged to its new place with its subsections; Alt with the arrow keys moves,
 * promotes and demotes it.
 */
export function OutlinePanel({ analysis }: { readonly analysis: Analysis }) {
  const { sections } = analysis.inspection;
  const goTo = useGoTo();
  const line = useCaretLine();
  const run = useOutlineCommand(analysis);
  const drop = useSectionDrop(analysis);
  const current = rowAround(sections, line);
  const keys = useMemo(() => sectionKeys(sections), [sections]);
  if (sections.length === 0)
    return (
      <EmptyState place="panel" title="No headings yet">
        Begin a line with “## ” to make it a heading. The outline grows as you write.
      </EmptyState>
    );
  return (
    <RowList
      label="Outline"
      rows={sections}
      keyOf={(_, index) => keys[index] ?? String(index)}
      current={current}
      // Not the whole section: the next key typed would replace it.
      onActivate={({ range }) => goTo({ range: { from: range.from, to: range.from } })}
      onRowKey={(section, event) => {
        const command = outlineCommandForKey(event.key, event.altKey);
        if (command) run(section, command);
        return command !== null;
      }}
      onDrop={(row, before) => {
        const moved = sections[row];
        if (moved) drop(moved, before);
      }}
      controls={(section) =>
        section === sections[current] ? (
          <MenuButton label={`Section ${section.heading}`} entries={menuEntries(section, run)}>
            <AriaButton className="button button-icon outline-more" aria-label={`Change ${section.heading}`}>
              <Ellipsis aria-hidden size={15} />
            </AriaButton>
          </MenuButton>
        ) : null
      }
    >
      {(section) => (
        <span className="place-line" style={{ paddingLeft: (section.level - 1) * INDENT }}>
          <span
            className={`place-name place-name-line ${section.level === 1 ? 'place-strong' : ''}`}
            title={section.heading}
          >
            {section.heading || '(untitled)'}
          </span>
          <span className="place-aside">{section.words}</span>
        </span>
      )}
    </RowList>
  );
}

/** A section is the same one after it was moved and numbered anew; those of one name are told apart by their order. */
function sectionKeys(sections: readonly Section[]): readonly string[] {
  const seen = new Map<string, number>();
  return sections.map(({ heading }) => {
    const name = heading.replace(/^[\d.\s]+/, '');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${count}`;
  });
}

type Run = (section: Section, command: OutlineCommand) => void;

function useOutlineCommand(analysis: Analysis): Run {
  const services = useServices();
  return (section, command) => {
    const { sections } = analysis.inspection;
    const key = sectionKeys(sections)[sections.indexOf(section)] ?? '';
    void services.writes(() => runOutlineCommand(services, section, key, command));
  };
}

/** Waits for the reading of the text as it stands, in which the section may have another place than in the list. */
async function runOutlineCommand(
  services: Services,
  { heading }: Section,
  key: string,
  command: OutlineCommand,
): Promise<void> {
  const { session, navigator } = services;
  const analysis = await settledReading(services);
  const index = analysis ? sectionKeys(analysis.inspection.sections).indexOf(key) : -1;
  const edits = analysis && index >= 0 ? outlineEdits(analysis, index, command) : null;
  if (!edits || edits.length === 0 || session.text() !== analysis?.text) {
    navigator.announce(`${heading} stays where it is.`);
    return;
  }
  session.editor.get()?.apply(edits);
  navigator.announce(`${heading}: ${DONE[command]}`);
}

/** Moves a section, with all below it, before the section that stands at `before`. */
function useSectionDrop({ inspection }: Analysis): (section: Section, before: number) => void {
  const writeBack = useWriteBack();
  return (section, before) => {
    const index = inspection.sections.indexOf(section);
    void writeBack(
      (document, read) =>
        read.sections[index]?.heading === section.heading
          ? moveNumberedSection(document, read, index, before)
          : null,
      {
        done: `${section.heading}: moved`,
        refused: `${section.heading} cannot be moved there: one of the two stands within a list or quote.`,
      },
    );
  };
}

const DONE: Readonly<Record<OutlineCommand, string>> = {
  'move-up': 'moved up',
  'move-down': 'moved down',
  promote: 'one level higher',
  demote: 'one level deeper',
  renumber: 'sections numbered anew',
};

function menuEntries(section: Section, run: Run): MenuEntries {
  const entry = (command: OutlineCommand, label: string, shortcut?: string) => ({
    id: command,
    label,
    ...(shortcut ? { shortcut } : {}),
    run: () => run(section, command),
  });
  return [
    entry('move-up', 'Move up', 'Alt+↑'),
    entry('move-down', 'Move down', 'Alt+↓'),
    entry('promote', 'One level higher', 'Alt+←'),
    entry('demote', 'One level deeper', 'Alt+→'),
    null,
    entry('renumber', 'Number all sections anew'),
  ];
}
