import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { printPolicy } from '../protocol/content-security-policy.ts';
import { printScheme } from '../protocol/protocols.ts';
import { type ServedFile, serveScheme } from '../protocol/serve-scheme.ts';

/** A page that has not loaded from memory in this time will not. */
const loadMilliseconds = 60_000;

/** The pages being printed, by the name in their address. */
const pages = new Map<string, string>();
let printSession: Session | null = null;

/**
 * Loads one self-contained HTML page in a hidden window and lets `use` print it. The window has no script, no network and a session in
 * memory that nothing else uses: what a policy's text carries cannot act there, nor leave anything for the next.
 */
export async function withPrintPage<Value>(
  html: string,
  use: (window: BrowserWindow) => Promise<Value>,
): Promise<Value> {
  const name = randomUUID();
  pages.set(name, html);
  const window = new BrowserWindow({
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
  try {
    await loadInTime(window, `${printScheme}://page/${name}`);
    return await use(window);
  } finally {
    window.destroy();
    pages.delete(name);
  }
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

async function loadInTime(window: BrowserWindow, url: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The page to print did not load.')), loadMilliseconds);
  });
  try {
    await Promise.race([window.loadURL(url), late]);
  } finally {
    clearTimeout(timer);
  }
}
