/** A shortcut is written as on Windows and Linux (`Ctrl+Shift+P`) everywhere in the code; this file turns it into what a Mac has. */

/** The part of a keyboard event that tells which shortcut it is. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, as in `KeyboardEvent.code`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether this is a Mac, where Cmd stands for Ctrl. */
export const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** Where Cmd in place of Ctrl would mean something else on a Mac (Cmd+H hides the app), what is used there instead. */
const MAC_INSTEAD: Readonly<Record<string, string>> = {
  'Ctrl+H': 'Ctrl+Alt+F',
  'Ctrl+Y': 'Ctrl+Shift+Z',
  'Ctrl+Space': 'Control+Space',
  'Ctrl+Delete': 'Ctrl+Backspace',
};
const MAC_SIGNS: Readonly<Record<string, string>> = {
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Ctrl: '⌘',
  Backspace: '⌫',
  Enter: '↩',
};
/** The order in which a Mac writes its signs; keys come after them. */
const MAC_ORDER = ['Control', 'Alt', 'Shift', 'Ctrl'];

/**
 * A press as a shortcut is written for this system: `Ctrl+Shift+P`; on a Mac Cmd counts as Ctrl and Control is named `Control`. A digit
 * counts by its place where the layout has it behind Shift (AZERTY), and is none on the keypad while Alt is held: on Windows that types
 * a character by its number (Alt+0167 is §).
 */
export function describeKey(press: KeyPress, mac = onMac): string {
  const { code, ctrlKey, metaKey, shiftKey, altKey } = press;
  if (altKey && code.startsWith('Numpad')) return '';
  const parts = [
    mac && ctrlKey ? 'Control' : '',
    (mac ? metaKey : ctrlKey || metaKey) ? 'Ctrl' : '',
    altKey ? 'Alt' : '',
    shiftKey ? 'Shift' : '',
    nameOf(press, mac),
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** The shortcut that this system has for one. Option types characters on a Mac (§ is Option+6), so Alt with a digit is Control there. */
export function shortcutHere(shortcut: string, mac = onMac): string {
  if (!mac) return shortcut;
  return MAC_INSTEAD[shortcut] ?? shortcut.replace(/^Alt\+(?=\d$)/, 'Control+');
}

/** A shortcut as it is shown to people: `Ctrl+Shift+P`, on a Mac `⇧⌘P`. Several may be given with spaces between them. */
export function shownShortcut(shortcut: string, mac = onMac): string {
  if (!mac) return shortcut;
  return shortcut
    .split(' ')
    .map((one) => inSigns(shortcutHere(one, mac)))
    .join(' ');
}

function inSigns(shortcut: string): string {
  const parts = shortcut.split('+');
  const held = MAC_ORDER.filter((name) => parts.includes(name));
  const keys = parts.filter((name) => !held.includes(name));
  return [...held, ...keys].map((name) => MAC_SIGNS[name] ?? name).join('');
}

/** The key itself. With AltGr (Control and Alt on Windows) digits have other characters on them, which are typed. */
function nameOf({ key, code, ctrlKey, altKey, shiftKey }: KeyPress, mac: boolean): string {
  const typesSign = mac && altKey;
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && !shiftKey && (typesSign || !(ctrlKey && altKey))) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && typesSign) return letter;
  return key.length === 1 ? key.toUpperCase() : key;
}
