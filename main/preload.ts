import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type CodicilBridge, eventChannel, requestChannel } from '../shared/ipc/bridge.ts';
import type { EventName, Events } from '../shared/ipc/contract.ts';

type Listener = (payload: Events[EventName]) => void;

const listeners = new Map<string, Set<Listener>>();
/** States that a page must know even if it starts to listen after they were told. */
const lastState = new Map<string, Events[EventName]>();
const states: readonly string[] = ['engine.status', 'theme.changed'] satisfies EventName[];

ipcRenderer.on(eventChannel, (_event, name: string, payload: Events[EventName]) => {
  if (states.includes(name)) lastState.set(name, payload);
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

function listen<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void {
  const called = (payload: Events[EventName]): void => listener(payload as Events[Name]);
  const known = listeners.get(event) ?? new Set();
  listeners.set(event, known.add(called));
  const last = lastState.get(event);
  if (last !== undefined) queueMicrotask(() => called(last));
  return () => {
    known.delete(called);
  };
}

/** Electron 25 puts the path on the file itself; later ones answer only when asked. */
function pathForFile(file: File): string {
  if (webUtils) return webUtils.getPathForFile(file);
  return 'path' in file && typeof file.path === 'string' ? file.path : '';
}

/** A click on a link never navigates: addresses outside are offered to the system, after asking. */
function guardLinks(event: MouseEvent): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!(link instanceof HTMLAnchorElement) || link.getAttribute('href')?.startsWith('#')) return;
  const handled = event.defaultPrevented;
  event.preventDefault();
  if (!handled && event.isTrusted && /^(https?|mailto):/i.test(link.href)) {
    void ipcRenderer.invoke(requestChannel, 'link.open', { url: link.href });
  }
}

window.addEventListener('click', guardLinks);
window.addEventListener('auxclick', guardLinks);

const bridge: CodicilBridge = {
  request: (name, args) => ipcRenderer.invoke(requestChannel, name, args),
  listen,
  pathForFile,
};
contextBridge.exposeInMainWorld('codicil', bridge);
