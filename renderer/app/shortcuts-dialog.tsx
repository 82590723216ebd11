import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { shownShortcut } from '../components/shortcut.ts';
import './about-dialog.css';
import { type Command, commands } from './commands.ts';
import { useServices } from './services.ts';

/** Keys that belong to a view rather than to a command. */
const VIEW_KEYS = [
  { title: 'Next change in a comparison', shortcut: 'F8' },
  { title: 'Previous change in a comparison', shortcut: 'Shift+F8' },
  { title: 'Move a section (in the outline)', shortcut: 'Alt+↑ Alt+↓' },
  { title: 'Raise or lower a section (in the outline)', shortcut: 'Alt+← Alt+→' },
  { title: 'Fix a finding (in the checks)', shortcut: 'Ctrl+.' },
  { title: 'Fix all findings of one kind (in the checks)', shortcut: 'Ctrl+Shift+.' },
  { title: 'Complete a term, vendor, section or clause', shortcut: 'Ctrl+Space' },
  { title: 'Next cell of a table', shortcut: 'Tab' },
  { title: 'Paste as plain text', shortcut: 'Ctrl+Shift+V' },
] as const;

/** Every shortcut, by group. */
export function ShortcutsDialog() {
  const { navigator } = useServices();
  const withKeys = commands.filter((command) => command.shortcut !== undefined);
  const groups = [...new Set(withKeys.map((command) => command.group))];
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="large"
      onClose={navigator.closeDialog}
      actions={
        <Button autoFocus onPress={navigator.closeDialog}>
          Close
        </Button>
      }
    >
      <div className="shortcut-groups">
        {groups.map((group) => (
          <ShortcutGroup
            key={group}
            name={group}
            rows={withKeys.filter((command) => command.group === group)}
          />
        ))}
        <ShortcutGroup name="Text and comparison" rows={VIEW_KEYS} />
      </div>
    </Dialog>
  );
}

interface ShortcutGroupProps {
  readonly name: string;
  readonly rows: readonly Pick<Command, 'title' | 'shortcut'>[];
}

function ShortcutGroup({ name, rows }: ShortcutGroupProps) {
  return (
    <section className="shortcut-group">
      <h3>{name}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.title}>
            <dt>{row.title.replace(/…$/, '')}</dt>
            <dd>{row.shortcut ? shownShortcut(row.shortcut) : null}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
