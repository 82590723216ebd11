import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { printPolicy } from '../protocol/content-security-policy.ts';
import { printScheme } from '../protocol/protocols.ts';
import { type ServedFile, serveScheme } from '../protocol/serve-scheme.ts';

/** Long enough to choose a file in a dialog; a process that waits for a page costs memory. */
const waitMilliseconds = 60_000;
/** A window that cannot show an empty page in this time is given up for a new one. */
const emptyMilliseconds = 5_000;

/** A window that waits for its page. */
interface WaitingWindow {
  readonly window: BrowserWindow;
  /** It has shown an empty page, so its process is there; or it could not, and is destroyed. */
  readonly begun: Promise<void>;
}

/** The pages being loaded, by the name in their address. */
const pages = new Map<string, string>();
let printSession: Session | null = null;
let waiting: WaitingWindow | null = null;

/**
 * Starts the window of the next page to be printed. Its process takes a fifth of the time of printing a short policy, and is there when
 * the file has been chosen and the page been made.
 */
export function preparePrintWindow(): void {
  if (waiting) return;
  const window = openPrintWindow();
  const begun = showPage(window, '', emptyMilliseconds).catch(() => window.destroy());
  const prepared = { window, begun };
  waiting = prepared;
  setTimeout(() => {
    if (waiting === prepared) dropPrintWindow();
  }, waitMilliseconds);
}

/** A window for one page, which is its user's to destroy: the one that waits, or a new one. */
export async function takePrintWindow(): Promise<BrowserWindow> {
  const prepared = waiting;
  waiting = null;
  // Before its first page is there, the second would be taken for it.
  await prepared?.begun;
  return prepared && !prepared.window.isDestroyed() ? prepared.window : openPrintWindow();
}

/** Ends the window that waits, so that what nobody sees does not keep the app running. */
export function dropPrintWindow(): void {
  waiting?.window.destroy();
  waiting = null;
}

/** Loads one self-contained page from memory. Throws when that takes longer than `milliseconds`. */
export async function showPage(window: BrowserWindow, html: string, milliseconds: number): Promise<void> {
  const name = randomUUID();
  pages.set(name, html);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The page to print did not load.')), milliseconds);
  });
  try {
    await Promise.race([loadWhole(window, `${printScheme}://page/${name}`), late]);
  } finally {
    clearTimeout(timer);
    pages.delete(name);
  }
}

/** Loads a page until nothing of it is under way: the end of one loading, heard during the next, would be taken for its failure. */
async function loadWhole({ webContents }: BrowserWindow, url: string): Promise<void> {
  await webContents.loadURL(url);
  if (webContents.isLoading())
    await new Promise<void>((resolve) => webContents.once('did-stop-loading', () => resolve()));
}

/**
 * A hidden window without script, without network and with a session in memory that nothing else uses: what a policy's text carries
 * cannot act there, nor leave anything for the next.
 */
function openPrintWindow(): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: sessionForPrinting(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
}

/** One for all pages: a session lives as long as the app, and making one costs as much as printing a page or two. */
function sessionForPrinting(): Session {
  if (!printSession) {
    printSession = session.fromPartition('print');
    serveScheme(printSession.protocol, printScheme, async (url) =>
      servedPage(pages.get(new URL(url).pathname.slice(1)) ?? ''),
    );
  }
  return printSession;
}

function servedPage(html: string): ServedFile {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': printPolicy },
    content: Buffer.from(html),
  };
}
