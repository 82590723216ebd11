import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { Dialog } from '../components/dialog.tsx';
import { shownShortcut } from '../components/shortcut.ts';
import { companiesOf } from '../library/library-store.ts';
import './command-palette.css';
import { commands, isEnabled } from './commands.ts';
import { type Services, useServices } from './services.ts';
import { useStore } from './store.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly shortcut: string;
  /** Words by which it is found too. */
  readonly also: string;
  readonly run: () => void;
}

/** What other programs call what these commands do. */
const ALSO_CALLED: readonly (readonly [ids: RegExp, words: string])[] = [
  [/^export\./, 'export save as download'],
  [/^version\.save$/, 'commit release'],
  [/^draft\.discard$/, 'revert'],
  [/^replace$/, 'substitute'],
  [/^section$/, 'jump navigate heading'],
  [/^finding\./, 'error problem mistake'],
  [/^note/, 'comment'],
  [/^clause\./, 'snippet building block boilerplate'],
  [/^policy\.new$/, 'create document template'],
  [/^policy\.import/, 'open file Word PDF docx'],
  [/^lifeline\./, 'blame history origin'],
  [/^toggle\.|^panel\./, 'sidebar open close'],
  [/^app\.settings$/, 'preferences options theme dark light font spelling author'],
  [/^app\.shortcuts$/, 'keys hotkeys help'],
  [/^house\.profile$/, 'rules lint'],
  [/^library\.share$/, 'push pull sync'],
];

/** Every command and every policy, found by typing a part of its name. */
export function CommandPalette() {
  const services = useServices();
  const { navigator, library } = services;
  const companies = useStore(library.store, companiesOf);
  const { contains } = useFilter({ sensitivity: 'base' });
  const policies = companies.flatMap((company) =>
    company.policies.map((policy) => ({
      id: `policy-${policy.id}`,
      title: `${company.name}: ${policy.name}`,
      group: 'Open',
      shortcut: '',
      also: '',
      run: () => void services.session.open(policy.id).then(() => navigator.show('editor')),
    })),
  );
  const entries: readonly Entry[] = [...commandEntries(services), ...policies];
  return (
    <Dialog title="Commands" onClose={navigator.closeDialog}>
      <Autocomplete filter={(text, typed) => hasAllWords(text, typed, contains)}>
        <SearchField
          className="field palette-search"
          aria-label="Command or policy"
          autoFocus
          onKeyDown={({ key }) => {
            // Otherwise the first Escape only empties the field.
            if (key === 'Escape') navigator.closeDialog();
          }}
        >
          <Input placeholder="Type a command or the name of a policy" />
        </SearchField>
        <Menu
          aria-label="Commands"
          className="palette-list"
          items={entries}
          onAction={(key) => {
            navigator.closeDialog();
            entries.find((entry) => entry.id === key)?.run();
          }}
          renderEmptyState={() => <p className="palette-none">No command or policy of that name.</p>}
        >
          {(entry) => (
            <MenuItem textValue={`${entry.group} ${entry.title} ${entry.also}`} className="palette-item">
              <span className="palette-group">{entry.group}</span>
              <span className="palette-title">{entry.title}</span>
              {entry.shortcut ? <kbd>{shownShortcut(entry.shortcut)}</kbd> : null}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}

/** Each typed word, in any order: "publish pdf" finds "Publish as PDF…". */
function hasAllWords(
  text: string,
  typed: string,
  contains: (text: string, part: string) => boolean,
): boolean {
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => contains(text, word));
}

function commandEntries(services: Services): readonly Entry[] {
  return commands
    .filter((command) => command.id !== 'palette' && isEnabled(command, services))
    .map(({ id, title, group, shortcut = '', run }) => ({
      id,
      title,
      group,
      shortcut,
      also: ALSO_CALLED.filter(([ids]) => ids.test(id))
        .map(([, words]) => words)
        .join(' '),
      // The dialog gives the focus back in the frame after it has gone. A command that moves the focus comes after that, and a dialog
      // that it opens learns from where it was opened.
      run: () => requestAnimationFrame(() => requestAnimationFrame(() => run(services))),
    }));
}
