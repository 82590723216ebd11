import { answerQuestions, askedQuestions } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';

/** What a page must not be able to do, tried from inside the page. */

test('the page has no Node and only the bridge', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(() => ({
    node: ['require', 'module', 'process', 'Buffer', 'global', '__dirname', 'setImmediate'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(window.codicil).sort(),
  }));
  expect(seen).toEqual({ node: [], bridge: ['listen', 'pathForFile', 'request'] });
});

test('the window is made with sandbox, isolation and without Node', async ({ launch }) => {
  const { electron } = await launch();
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
      contents.getLastWebPreferences();
    return {
      sandbox,
      contextIsolation,
      nodeIntegration,
      webviewTag: webviewTag ?? false,
      webSecurity: webSecurity ?? true,
    };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('the content security policy holds', async ({ launch }) => {
  const { page } = await launch();
  const outcome = await page.evaluate(async () => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline script ran"';
    document.body.append(script);
    const holder = document.createElement('div');
    holder.innerHTML =
      '<img src="https://canary.invalid/i"><iframe src="https://canary.invalid/f"></iframe>' +
      '<video src="https://canary.invalid/v"></video><img src="x:" onerror="document.title=\'handler ran\'">';
    document.body.append(holder);
    const asks = ['https://canary.invalid/', 'file:///etc/passwd'].map((url) =>
      fetch(url).then(
        () => 'answered',
        () => 'blocked',
      ),
    );
    const fetched = await Promise.all(asks);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Only after a wait: what a test's own script does at once is exempt from the policy.
    let evaluated = true;
    try {
      Reflect.get(globalThis, 'eval')('1');
    } catch {
      evaluated = false;
    }
    holder.remove();
    return { title: document.title, fetched, evaluated, violated: [...violated].sort() };
  });
  expect(outcome).toMatchObject({ fetched: ['blocked', 'blocked'], evaluated: false });
  expect(outcome.title).not.toContain('ran');
  expect(outcome.violated).toEqual(
    expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'media-src', 'script-src-elem']),
  );
});

test('nothing leads away from the page', async ({ launch }) => {
  const { page, electron } = await launch();
  const home = page.url();
  for (const target of [
    'https://canary.invalid/',
    'file:///etc/passwd',
    'data:text/html,x',
    'about:blank',
    'chrome://gpu',
  ]) {
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
      window.open(url);
    }, target);
    await page.waitForTimeout(150);
    expect(page.url(), target).toBe(home);
  }
  expect(electron.windows()).toHaveLength(1);
});

test('no permission is granted', async ({ launch }) => {
  const { page } = await launch();
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const queried = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return queried.map(({ state }) => state);
  });
  expect(states).not.toContain('granted');
});

test('a stranger asking the main process is refused', async ({ launch }) => {
  const { electron } = await launch();
  const outcome = await electron.evaluate(async ({ ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers;
    const frame = { url: 'https://canary.invalid/', parent: null };
    const answers: string[] = [];
    for (const [, handler] of handlers) {
      const event = { senderFrame: frame, sender: { id: 999, getURL: () => frame.url } };
      answers.push(
        await Promise.resolve(handler(event, 'settings.get', {})).then(
          () => 'answered',
          () => 'refused',
        ),
      );
    }
    return answers;
  });
  expect(outcome).toEqual(['refused']);
});

test('requests that make no sense are refused as values', async ({ launch }) => {
  const { page } = await launch();
  const codes = await page.evaluate(async () => {
    const ask = window.codicil.request as unknown as (
      name: unknown,
      args: unknown,
    ) => Promise<{ ok: false; error: { code: string } }>;
    const answers = [
      await ask('no.such', {}),
      await ask('__proto__', {}),
      await ask('policy.get', { policyId: 'one' }),
      await ask('link.open', {}),
      await ask(null, null),
      await ask('file.reveal', { path: '/etc/passwd' }),
    ];
    return answers.map((answer) => answer.error.code);
  });
  expect(codes).toEqual(codes.map(() => 'bad-request'));
});

test('links open only after asking, and only the web and mail', async ({ launch }) => {
  const { page, electron } = await launch();
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  await answerQuestions(electron, 1);
  for (const url of [
    'https://example.com/a',
    'mailto:legal@example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:secret@example.com/',
    'smb://example.com/share',
  ]) {
    await page.evaluate((target) => window.codicil.request('link.open', { url: target }), url);
  }
  await answerQuestions(electron, 0);
  await page.evaluate(() => window.codicil.request('link.open', { url: 'https://example.com/refused' }));
  expect(await askedQuestions(electron)).toEqual([expect.stringContaining('https://example.com/refused')]);
  expect(await electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
    'https://example.com/a',
    'mailto:legal@example.com',
  ]);
});

test('the app serves nothing from outside of its own folder', async ({ launch }) => {
  const { page } = await launch();
  const found = await page.evaluate(async () => {
    const tries = [
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/%00',
      '/'.concat('..%2f'.repeat(30), 'etc/passwd'),
    ];
    const answers = await Promise.all(
      tries.map((path) =>
        fetch(`app://codicil${path}`).then(
          (r) => r.status,
          () => 0,
        ),
      ),
    );
    return answers.filter((status) => status === 200);
  });
  expect(found).toEqual([]);
});
