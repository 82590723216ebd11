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
  return flatten(menuTemplate({ mac, developer: false, send }));
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
