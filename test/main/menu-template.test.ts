import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../main/menu/menu-template.ts';
import { type MenuCommand, menuCommands } from '../../shared/ipc/contract.ts';

function itemsOf(
  mac: boolean,
  send: (command: MenuCommand) => void = () => undefined,
): MenuItemConstructorOptions[] {
  const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
  return flatten(menuTemplate({ mac, developer: false, send, recent: [], openPolicy: () => undefined }));
}

describe.each([
  ['on a Mac', true],
  ['elsewhere', false],
])('the menu %s', (_name, mac) => {
  it('has every command exactly once', () => {
    const ids = itemsOf(mac).flatMap((item) => (item.id ? [item.id] : []));
    expect(ids.sort()).toEqual([...menuCommands].sort());
  });

  it('gives no shortcut to two commands', () => {
    const shortcuts = itemsOf(mac).flatMap((item) => (item.accelerator ? [String(item.accelerator)] : []));
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('has a way to quit', () => {
    expect(itemsOf(mac).filter((item) => item.role === 'quit')).toHaveLength(1);
  });
});

it('sends what is clicked', () => {
  const sent: MenuCommand[] = [];
  const items = itemsOf(false, (command) => sent.push(command));
  for (const item of items) if (item.id) (item.click as unknown as () => void)();
  expect(sent.sort()).toEqual([...menuCommands].sort());
});

it('opens a policy that was open lately', () => {
  const opened: number[] = [];
  const recent = [{ policyId: 7, label: 'Terms & Conditions, Tansy' }];
  const menu = menuTemplate({
    mac: false,
    developer: false,
    send: () => undefined,
    recent,
    openPolicy: (id) => opened.push(id),
  });
  const file = menu.find(({ label }) => label === '&File')?.submenu as MenuItemConstructorOptions[];
  const list = file.find(({ label }) => label === 'Open Recent')?.submenu as MenuItemConstructorOptions[];
  expect(list.map(({ label }) => label)).toEqual(['Terms && Conditions, Tansy']);
  for (const item of list) (item.click as unknown as () => void)();
  expect(opened).toEqual([7]);
});
