import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../renderer/app/client.ts';
import { commandForKey, commands } from '../../../renderer/app/commands.ts';
import { createJobs } from '../../../renderer/app/jobs.ts';
import { createNotices } from '../../../renderer/app/notices.ts';
import { layoutOf, sizesOf } from '../../../renderer/app/panel-layout.ts';
import { createPreferences } from '../../../renderer/app/preferences.ts';
import { createStore } from '../../../renderer/app/store.ts';
import { resolveDark } from '../../../renderer/app/theme.ts';
import { describeKey, type KeyPress, shownShortcut } from '../../../renderer/components/shortcut.ts';
import { settingsSchema } from '../../../shared/ipc/app-requests.ts';
import { menuCommands } from '../../../shared/ipc/contract.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import { fakeClient } from '../helpers/fake-client.ts';

const press = (key: string, ...held: ('ctrl' | 'shift' | 'alt' | 'meta')[]): KeyPress => ({
  key,
  code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key,
  ctrlKey: held.includes('ctrl'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
  metaKey: held.includes('meta'),
});

describe('commands', () => {
  it('understand every menu command that does not belong to the comparison', () => {
    const ids = new Set(commands.map((command) => command.id));
    const missing = menuCommands.filter((id) => !ids.has(id) && !id.startsWith('compare.'));
    expect(missing).toEqual([]);
  });
  it('have names and shortcuts of their own', () => {
    const shortcuts = commands.flatMap((command) => command.shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
  });
  it('are found by key, but not those that only the text knows', () => {
    expect(describeKey(press('p', 'ctrl', 'shift'))).toBe('Ctrl+Shift+P');
    expect(commandForKey(press('s', 'meta'))).toBe('version.save');
    expect(commandForKey(press('3', 'ctrl'))).toBe('view.history');
    expect([
      commandForKey(press('b', 'ctrl')),
      commandForKey(press('F2')),
      commandForKey(press('x')),
    ]).toEqual([null, null, null]);
  });
});

describe('shortcuts', () => {
  it('leave to a Mac the characters that Option types', () => {
    const section: KeyPress = { ...press('§', 'alt'), code: 'Digit6' };
    expect([commandForKey(section, true), commandForKey(press('6', 'ctrl'), true)]).toEqual([
      null,
      'panel.history',
    ]);
    expect(commandForKey({ ...press('µ', 'alt', 'meta'), code: 'KeyM' }, true)).toBe('note');
  });
  it('leave Control with a letter to a Mac’s fields', () => {
    expect([commandForKey(press('n', 'ctrl'), true), commandForKey(press('n', 'meta'), true)]).toEqual([
      null,
      'policy.new',
    ]);
  });
  it('leave to Windows the characters that are typed by number on the keypad', () => {
    const keypad: KeyPress = { ...press('1', 'alt'), code: 'Numpad1' };
    expect([commandForKey(keypad, false), commandForKey(press('1', 'alt'), false)]).toEqual([
      null,
      'panel.outline',
    ]);
  });
  it('take a digit by its place where the layout has it behind Shift, but not with AltGr', () => {
    const french: KeyPress = { ...press('&', 'ctrl'), code: 'Digit1' };
    const polish: KeyPress = { ...press('²', 'ctrl', 'alt'), code: 'Digit2' };
    expect([describeKey(french, false), describeKey(polish, false)]).toEqual(['Ctrl+1', 'Ctrl+Alt+²']);
  });
  it('are shown as each system writes them', () => {
    const written = ['Ctrl+Shift+P', 'Alt+1', 'Ctrl+H', 'Alt+↑ Alt+↓', 'F8'];
    expect(written.map((one) => shownShortcut(one, true))).toEqual(['⇧⌘P', '⌃1', '⌥⌘F', '⌥↑ ⌥↓', 'F8']);
    expect(written.map((one) => shownShortcut(one, false))).toEqual(written);
  });
});

it('a broken connection is a failure, not a rejection', async () => {
  const client = createClient({
    request: () => Promise.reject(new Error('gone')),
    listen: () => () => undefined,
    pathForFile: () => '',
  });
  expect(await client.request('library.list', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
});

it('a store tells its listeners only of changes', () => {
  const store = createStore({ a: 1, b: 2 });
  const heard = vi.fn();
  const stop = store.subscribe(heard);
  store.set(store.get());
  store.patch({ b: 3 });
  stop();
  store.patch({ b: 4 });
  expect(heard).toHaveBeenCalledTimes(1);
  expect(store.get()).toEqual({ a: 1, b: 4 });
});

describe('preferences', () => {
  it('writes a burst of changes once, and only what changed', async () => {
    vi.useFakeTimers();
    const stored = settingsSchema.parse({ author: 'Kim' });
    const client = fakeClient({ 'settings.get': () => ok(stored), 'settings.set': () => ok(null) });
    const preferences = createPreferences(client);
    await preferences.load();
    preferences.remember('panel', 'links');
    preferences.remember('panel', 'checks');
    preferences.rememberLayout('main', [20, 80]);
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(client.asked.slice(1)).toEqual([
      {
        name: 'settings.set',
        args: { settings: { view: { panel: 'checks' }, layout: { main: [20, 80] } } },
      },
    ]);
    expect(preferences.store.get().author).toBe('Kim');
    expect([preferences.recall('panel', ''), preferences.recallFlag('panel', true)]).toEqual([
      'checks',
      true,
    ]);
  });
});

it('long work is listed with its progress until it is answered', async () => {
  let finish: () => void = () => undefined;
  const client = fakeClient({
    'library.verify': () =>
      new Promise((resolve) => {
        finish = () => resolve(ok({ policies: 1, versions: 2, problems: [] }));
      }),
    'job.cancel': () => ok(null),
  });
  const jobs = createJobs(client);
  const done = jobs.run('Checking', 'library.verify', (job) => ({ job }));
  const id = jobs.store.get()[0]?.id ?? '';
  client.emit('job.progress', { job: id, done: 1, total: 4, message: 'v1' });
  expect(jobs.store.get()).toMatchObject([{ title: 'Checking', message: 'v1', fraction: 0.25 }]);
  jobs.cancel(id);
  expect(client.asked.at(-1)).toEqual({ name: 'job.cancel', args: { job: id } });
  finish();
  expect(await done).toMatchObject({ ok: true });
  expect(jobs.store.get()).toEqual([]);
});

it('says failures but not that something was cancelled', () => {
  const notices = createNotices();
  notices.addFailure(fail('cancelled', 'Stopped.').error);
  notices.addFailure(fail('write-failed', 'Could not write.', 'EACCES').error);
  expect(notices.store.get()).toEqual([
    { id: 1, tone: 'error', text: 'Could not write.', details: 'EACCES' },
  ]);
});

it('remembered panel sizes are used only where they fit', () => {
  expect(layoutOf(['a', 'b'], [30, 70])).toEqual({ a: 30, b: 70 });
  expect([layoutOf(['a', 'b'], [100]), layoutOf(['a'], undefined), layoutOf(['a', 'b'], [0, 100])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(sizesOf(['b', 'a'], { a: 33.333333, b: 66.666667 })).toEqual([66.67, 33.33]);
});

it('the theme follows the system only when asked to', () => {
  expect([resolveDark('system', true), resolveDark('light', true), resolveDark('dark', false)]).toEqual([
    true,
    false,
    true,
  ]);
});
