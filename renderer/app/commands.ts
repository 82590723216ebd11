import type { MenuCommand } from '../../shared/ipc/contract.ts';
import { describeKey, type KeyPress, onMac, shortcutHere } from '../components/shortcut.ts';
import { versionInConflict } from '../editor/document-session.ts';
import { nextNote } from '../editor/notes/note-commands.ts';
import { PANEL_LABELS, type PanelKind, panelKinds } from '../editor/panels/panel-kinds.ts';
import type { PublishFormat } from '../publish/publisher.ts';
import { editWhereFocusIs } from './edit-where-focus-is.ts';
import type { View } from './navigation.ts';
import type { Services } from './services.ts';
import { focusNextPart, focusPart } from './window-parts.ts';

/** Something the user can do, wherever it is called from: menu, key, palette. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Policy' | 'View' | 'Publish' | 'Library' | 'Format' | 'Codicil';
  /** As on Windows and Linux; `shortcutHere` gives a Mac's. The application menu or the window itself listens to it. */
  readonly shortcut?: string;
  readonly needsPolicy?: boolean;
  readonly run: (services: Services) => void;
}

const show =
  (view: View) =>
  ({ navigator }: Services): void =>
    navigator.show(view);

const publish =
  (format: PublishFormat) =>
  ({ publisher }: Services): void =>
    void publisher.publish(format);

const inEditor =
  (command: string) =>
  ({ session, navigator }: Services): void => {
    if (navigator.store.get().view !== 'preview') navigator.show('editor');
    session.editor.get()?.focus();
    session.editor.get()?.run(command);
  };

/** A panel with its place on the rail as its key. */
const panelCommands: readonly Command[] = panelKinds.map((kind, index) =>
  command(
    `panel.${kind}`,
    'View',
    `Show panel: ${PANEL_LABELS[kind].title}`,
    `Alt+${index + 1}`,
    (services) => showPanel(services, kind),
  ),
);

/** For the table that the caret is in; elsewhere the editor leaves them alone. */
const tableCommands: readonly Command[] = [
  command('table.row-above', 'Format', 'Table: insert a row above', undefined, inEditor('codicil.rowAbove')),
  command('table.row-below', 'Format', 'Table: insert a row below', undefined, inEditor('codicil.rowBelow')),
  command('table.row-delete', 'Format', 'Table: delete the row', undefined, inEditor('codicil.rowDelete')),
  command(
    'table.column-left',
    'Format',
    'Table: insert a column left',
    undefined,
    inEditor('codicil.columnBefore'),
  ),
  command(
    'table.column-right',
    'Format',
    'Table: insert a column right',
    undefined,
    inEditor('codicil.columnBehind'),
  ),
  command(
    'table.column-delete',
    'Format',
    'Table: delete the column',
    undefined,
    inEditor('codicil.columnDelete'),
  ),
  command(
    'table.align-left',
    'Format',
    'Table: align the column left',
    undefined,
    inEditor('codicil.alignLeft'),
  ),
  command(
    'table.align-center',
    'Format',
    'Table: align the column to the middle',
    undefined,
    inEditor('codicil.alignCenter'),
  ),
  command(
    'table.align-right',
    'Format',
    'Table: align the column right',
    undefined,
    inEditor('codicil.alignRight'),
  ),
  command('table.tidy', 'Format', 'Table: tidy', 'Shift+Alt+F', inEditor('codicil.tableTidy')),
];

/** Every command in the order in which the palette lists them. */
export const commands: readonly Command[] = [
  command('version.save', 'Policy', 'Save version…', 'Ctrl+S', (services) =>
    services.navigator.open({ kind: 'save-version' }),
  ),
  command('draft.discard', 'Policy', 'Discard the draft…', undefined, (services) =>
    services.navigator.open({ kind: 'discard-draft' }),
  ),
  command('draft.merge', 'Policy', 'Merge the draft with the version that came in…', undefined, (services) =>
    openMerge(services),
  ),
  command('edit.undo', 'Policy', 'Undo', 'Ctrl+Z', (services) => editWhereFocusIs('undo', services)),
  command('edit.redo', 'Policy', 'Redo', 'Ctrl+Y', (services) => editWhereFocusIs('redo', services)),
  command('edit.select-all', 'Policy', 'Select all', 'Ctrl+A', (services) =>
    editWhereFocusIs('selectAll', services),
  ),
  command('find', 'Policy', 'Find in the text', 'Ctrl+F', inEditor('actions.find')),
  command(
    'replace',
    'Policy',
    'Find and replace',
    'Ctrl+H',
    inEditor('editor.action.startFindReplaceAction'),
  ),
  command('section', 'Policy', 'Go to section…', 'Ctrl+Shift+O', inEditor('editor.action.quickOutline')),
  command('finding.next', 'Policy', 'Next finding', 'F8', inEditor('editor.action.marker.next')),
  command(
    'rename.term',
    'Policy',
    'Rename the term, vendor or heading at the caret…',
    'F2',
    inEditor('editor.action.rename'),
  ),
  command('definition', 'Policy', 'Go to the definition', 'F12', inEditor('editor.action.revealDefinition')),
  command('uses', 'Policy', 'Find all uses', 'Shift+F12', inEditor('editor.action.goToReferences')),
  command('fix', 'Policy', 'Fix or correct at the caret…', 'Ctrl+.', inEditor('editor.action.quickFix')),
  command('lifeline.trace', 'Policy', 'Trace this passage', 'Ctrl+Shift+Y', ({ lifelines }) =>
    lifelines.traceSelection(),
  ),
  command('clause.insert', 'Policy', 'Insert a clause…', 'Ctrl+Shift+J', ({ navigator }) =>
    navigator.open({ kind: 'clauses' }),
  ),
  command('clause.keep', 'Policy', 'Keep the selection as a clause…', undefined, ({ navigator, session }) => {
    const editor = session.editor.get();
    const selected = editor?.selection() ?? { from: 0, to: 0 };
    const text = editor?.text().slice(selected.from, selected.to) ?? '';
    navigator.open({ kind: 'clause', clause: { id: null, name: '', tags: [], text } });
  }),
  command('note', 'Policy', 'Note to yourself at the caret…', 'Ctrl+Alt+M', ({ session, navigator }) => {
    const editor = session.editor.get();
    if (editor) navigator.open({ kind: 'note', offset: editor.selection().from });
  }),
  command('note.next', 'Policy', 'Next note', 'Ctrl+Alt+N', ({ session, navigator }) => {
    const editor = session.editor.get();
    const note = editor ? nextNote(editor.text(), editor.selection().from) : null;
    if (!note) return navigator.announce('There are no notes.');
    navigator.show('editor');
    editor?.reveal({ from: note.from, to: note.from });
  }),
  command('view.editor', 'View', 'Edit', 'Ctrl+1', show('editor'), false),
  command('view.preview', 'View', 'Preview', 'Ctrl+2', show('preview'), false),
  command('view.history', 'View', 'History', 'Ctrl+3', show('history'), false),
  command('view.compare', 'View', 'Compare', 'Ctrl+4', show('compare'), false),
  command('view.companies', 'View', 'Companies side by side', 'Ctrl+5', show('companies'), false),
  command('view.library', 'View', 'Library at a glance', 'Ctrl+6', show('library'), false),
  command('view.search', 'View', 'Search all versions', 'Ctrl+Shift+F', show('search'), false),
  command(
    'toggle.library',
    'View',
    'Show or hide the library',
    'Ctrl+Shift+L',
    (services) => toggle(services, 'libraryOpen'),
    false,
  ),
  command(
    'toggle.side',
    'View',
    'Show or hide the side panels',
    'Ctrl+Shift+K',
    (services) => toggle(services, 'sideOpen'),
    false,
  ),
  command(
    'part.next',
    'View',
    'Go to the next part of the window',
    'F6',
    (services) => focusNextPart(1, services),
    false,
  ),
  command(
    'part.previous',
    'View',
    'Go to the previous part of the window',
    'Shift+F6',
    (services) => focusNextPart(-1, services),
    false,
  ),
  command('part.text', 'View', 'Go back to the text', 'Alt+0', (services) => {
    services.navigator.show('editor');
    focusPart('text', services);
  }),
  ...panelCommands,
  command('toggle.ages', 'View', 'Show or hide the age of each paragraph', 'Ctrl+Shift+G', ({ ages }) =>
    ages.toggle(),
  ),
  command('format.bold', 'Format', 'Bold', 'Ctrl+B', inEditor('codicil.bold')),
  command('format.italic', 'Format', 'Italic', 'Ctrl+I', inEditor('codicil.italic')),
  command('format.link', 'Format', 'Link', 'Ctrl+K', inEditor('codicil.link')),
  command('insert.table', 'Format', 'Insert a table', undefined, inEditor('codicil.table')),
  ...tableCommands,
  command('format.bullets', 'Format', 'Bulleted list', 'Ctrl+Shift+8', inEditor('codicil.bullets')),
  command('format.numbers', 'Format', 'Numbered list', 'Ctrl+Shift+7', inEditor('codicil.numbers')),
  command('format.heading1', 'Format', 'Heading 1', 'Ctrl+Alt+1', inEditor('codicil.heading1')),
  command('format.heading2', 'Format', 'Heading 2', 'Ctrl+Alt+2', inEditor('codicil.heading2')),
  command('format.heading3', 'Format', 'Heading 3', 'Ctrl+Alt+3', inEditor('codicil.heading3')),
  command('export.html', 'Publish', 'Publish as web page…', 'Ctrl+Shift+H', publish('html')),
  command('export.pdf', 'Publish', 'Publish as PDF…', 'Ctrl+Shift+E', publish('pdf')),
  command('export.docx', 'Publish', 'Publish as Word file…', undefined, publish('docx')),
  command('export.markdown', 'Publish', 'Publish as Markdown…', undefined, publish('md')),
  command('export.site', 'Publish', 'Publish as site with all versions…', undefined, ({ navigator }) =>
    navigator.open({ kind: 'publish-site' }),
  ),
  command('publish.look', 'Publish', 'Look of published pages…', undefined, ({ navigator }) =>
    navigator.open({ kind: 'publish-look' }),
  ),
  command('print', 'Publish', 'Print…', 'Ctrl+P', ({ publisher }) => void publisher.print()),
  command(
    'policy.new',
    'Library',
    'New policy…',
    'Ctrl+N',
    (services) => services.navigator.open({ kind: 'new-policy', company: '' }),
    false,
  ),
  command(
    'policy.import',
    'Library',
    'Import files or folders…',
    'Ctrl+O',
    ({ importer }) => void importer.choose(),
    false,
  ),
  command(
    'policy.import-folder',
    'Library',
    'Import a folder or repository…',
    'Ctrl+Shift+I',
    ({ importer }) => void importer.chooseFolder(),
    false,
  ),
  command(
    'library.verify',
    'Library',
    'Check the library…',
    undefined,
    ({ navigator }) => navigator.open({ kind: 'verify' }),
    false,
  ),
  command('library.backup', 'Library', 'Back up now', undefined, ({ keeper }) => void keeper.backUp(), false),
  command(
    'library.restore',
    'Library',
    'Restore from a backup…',
    undefined,
    ({ navigator }) => navigator.open({ kind: 'restore' }),
    false,
  ),
  command(
    'library.share',
    'Library',
    'Share through a git repository…',
    undefined,
    ({ navigator }) => navigator.open({ kind: 'share', policyId: null }),
    false,
  ),
  command('policy.rename', 'Library', 'Rename or move the policy…', undefined, ({ navigator, session }) => {
    const state = session.store.get();
    if (state.kind === 'open')
      navigator.open({ kind: 'rename', target: { kind: 'policy', ...state.document.detail } });
  }),
  command('policy.proof', 'Library', 'Export proof bundle…', undefined, ({ keeper, session }) => {
    const state = session.store.get();
    if (state.kind === 'open') void keeper.exportProof(state.document.detail);
  }),
  command(
    'palette',
    'Codicil',
    'All commands',
    'Ctrl+Shift+P',
    ({ navigator }) => navigator.open({ kind: 'palette' }),
    false,
  ),
  command(
    'app.settings',
    'Codicil',
    'Settings…',
    'Ctrl+,',
    ({ navigator }) => navigator.open({ kind: 'settings' }),
    false,
  ),
  command(
    'house.profile',
    'Codicil',
    'House profile: what the checks go by…',
    undefined,
    ({ navigator }) => navigator.open({ kind: 'house-profile' }),
    false,
  ),
  command(
    'app.shortcuts',
    'Codicil',
    'Keyboard shortcuts',
    'Ctrl+/',
    ({ navigator }) => navigator.open({ kind: 'shortcuts' }),
    false,
  ),
  command(
    'app.about',
    'Codicil',
    'About Codicil',
    undefined,
    ({ navigator }) => navigator.open({ kind: 'about' }),
    false,
  ),
];

/** Whether a command can be run now. */
export function isEnabled(command: Command, { session }: Services): boolean {
  return !command.needsPolicy || session.store.get().kind === 'open';
}

/** Runs a command of the application menu; those that only another view understands are left to it. */
export function runMenuCommand(id: MenuCommand | string, services: Services): void {
  const found = commands.find((candidate) => candidate.id === id);
  if (found && isEnabled(found, services)) found.run(services);
}

/** The id of the command that a key press means outside of any text, or null. */
export function commandForKey(event: KeyPress, mac = onMac): string | null {
  const pressed = describeKey(event, mac);
  const means = ({ shortcut }: Command): boolean =>
    shortcut !== undefined && shortcutHere(shortcut, mac) === pressed;
  return commands.find((candidate) => means(candidate) && !inText(candidate))?.id ?? null;
}

const IN_TEXT = ['find', 'replace', 'section', 'finding.next', 'rename.term', 'definition', 'uses', 'fix'];

/** The editor itself listens to these keys, and only while it has the focus; those of `edit.` belong to every field. */
function inText({ group, id }: Command): boolean {
  return group === 'Format' || id.startsWith('edit.') || IN_TEXT.includes(id);
}

function command(
  id: string,
  group: Command['group'],
  title: string,
  shortcut: string | undefined,
  run: Command['run'],
  needsPolicy = true,
): Command {
  return { id, group, title, needsPolicy, run, ...(shortcut ? { shortcut } : {}) };
}

function openMerge({ session, navigator, notices }: Services): void {
  const state = session.store.get();
  const theirs = state.kind === 'open' ? versionInConflict(state.document, session.saving.get()) : null;
  if (theirs) navigator.open({ kind: 'merge' });
  else
    notices.add({ tone: 'info', text: 'No other version came in: the draft goes on from the latest one.' });
}

/** Shows a side panel beside the text and goes there. */
function showPanel(services: Services, kind: PanelKind): void {
  const { navigator, preferences, lifelines } = services;
  const { view } = navigator.store.get();
  if (view !== 'editor' && view !== 'preview') navigator.show('editor');
  lifelines.close(); // it stands where the panels stand
  preferences.remember('sideOpen', true);
  preferences.remember('panel', kind);
  focusPart('panel', services);
}

function toggle({ preferences }: Services, name: 'libraryOpen' | 'sideOpen'): void {
  preferences.remember(name, !preferences.recallFlag(name, true));
}
