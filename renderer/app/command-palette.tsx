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
  readonly run: () => void;
}

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
      run: () => void services.session.open(policy.id).then(() => navigator.show('editor')),
    })),
  );
  const entries: readonly Entry[] = [...commandEntries(services), ...policies];
  return (
    <Dialog title="Commands" onClose={navigator.closeDialog}>
      <Autocomplete filter={contains}>
        <SearchField className="field" aria-label="Command or policy" autoFocus>
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
            <MenuItem textValue={`${entry.group} ${entry.title}`} className="palette-item">
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

function commandEntries(services: Services): readonly Entry[] {
  return commands
    .filter((command) => command.id !== 'palette' && isEnabled(command, services))
    .map(({ id, title, group, shortcut = '', run }) => ({
      id,
      title,
      group,
      shortcut,
      // The dialog gives the focus back in the frame after it has gone. A command that moves the focus comes after that, and a dialog
      // that it opens learns from where it was opened.
      run: () => requestAnimationFrame(() => requestAnimationFrame(() => run(services))),
    }));
}
