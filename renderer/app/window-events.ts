import { findPolicy } from '../library/library-store.ts';
import { keepRecentNamed, parseRecent } from '../library/recent-policies.ts';
import { runMenuCommand } from './commands.ts';
import { isOfLibrary } from './navigation.ts';
import type { Services } from './services.ts';

/** The engine tells of each save; reading the listing once after a burst is enough. */
const LIBRARY_SETTLE_MS = 150;

/** Connects what the other processes and the system tell the window to the services. Returns how to disconnect. */
export function connectWindow(services: Services): () => void {
  const { client, engine, library, session } = services;
  let settle: ReturnType<typeof setTimeout> | undefined;
  const disconnects = [
    client.on('library.changed', ({ policyId }) => {
      clearTimeout(settle);
      settle = setTimeout(() => void library.reload(), LIBRARY_SETTLE_MS);
      if (policyId === null || policyId === openPolicy(services)) void session.refresh();
    }),
    client.on('engine.status', (status) => {
      const wasStopped = engine.get().state === 'stopped';
      engine.set(status);
      if (status.state === 'ready' && wasStopped) void recover(services);
    }),
    client.on('menu.command', ({ command }) => {
      if (isOpenTo(command, services)) runMenuCommand(command, services);
    }),
    client.on('menu.openPolicy', ({ policyId }) => void openFromMenu(services, policyId)),
    keepRecentNamed(services.preferences, library),
    client.on('window.closing', () => void close(services)),
  ];
  const saveOnBlur = (): void => void session.flush();
  window.addEventListener('blur', saveOnBlur);
  return () => {
    window.removeEventListener('blur', saveOnBlur);
    for (const disconnect of disconnects) disconnect();
  };
}

/** A dialog is finished or left before anything else begins: what was entered in it must not be lost to a key of the menu. */
function isOpenTo(command: string, { navigator }: Services): boolean {
  return navigator.store.get().dialog === null || command.startsWith('edit.');
}

/** Shows a policy's text, unless the view is one of a policy anyway. */
async function openFromMenu({ navigator, session }: Services, policyId: number): Promise<void> {
  if (navigator.store.get().dialog) return;
  if (isOfLibrary(navigator.store.get().view)) navigator.show('editor');
  await session.open(policyId);
}

/** Reads settings and library, and opens the policy that was open last. */
export async function startUp({
  preferences,
  library,
  session,
  engine,
  houseProfile,
}: Services): Promise<void> {
  await preferences.load();
  await Promise.all([library.reload(), houseProfile.load()]);
  const state = library.store.get();
  if (state.kind !== 'ready') return;
  engine.patch({ state: 'ready' });
  const { companies } = state.listing;
  const last = preferences.recallNumber('policy', 0);
  const candidates = [last, ...parseRecent(preferences.recall('recent', ''))];
  const known = candidates.find((id) => findPolicy(companies, id) !== null);
  if (known !== undefined) await session.open(known);
}

async function recover({ library, session }: Services): Promise<void> {
  await library.reload();
  await session.flush();
}

/** Answers `window.closing`; without an answer the main process asks the user itself. */
async function close({ client, session, notices }: Services): Promise<void> {
  if (await session.flush()) await client.request('window.closed', {});
  else notices.add({ tone: 'error', text: 'The draft is not saved yet, so the window stays open.' });
}

function openPolicy({ session }: Services): number | null {
  const state = session.store.get();
  if (state.kind === 'loading') return state.policyId;
  return state.kind === 'open' ? state.document.policyId : null;
}
