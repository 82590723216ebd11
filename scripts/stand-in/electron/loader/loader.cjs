// The stand-in has no default_app.asar: this does what that does, loading what -r names and starting the app folder.
const path = require('node:path');
const electron = require('electron');

/** Electron has both methods, but only its own default app was meant to call them. */
const app =
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (
    electron.app
  );

const preloaded = [];
let folder;
for (let at = 1; at < process.argv.length && folder === undefined; at += 1) {
  const argument = process.argv[at] ?? '';
  if (argument === '-r') preloaded.push(process.argv[++at] ?? '');
  else if (!argument.startsWith('-')) folder = argument;
}
if (folder === undefined) {
  process.stderr.write('usage: electron [switches] APP-FOLDER [arguments]\n');
  app.exit(2);
} else {
  const appPath = path.resolve(folder);
  const manifest = require(path.join(appPath, 'package.json'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(appPath);
  for (const file of preloaded) require(path.resolve(file));
  require(path.join(appPath, manifest.main));
}
