// The stand-in has no default_app.asar: this does what that does, starting the app folder named on the command line.
const path = require('node:path');
const electron = require('electron');

/** Electron has both methods, but only its own default app was meant to call them. */
const app =
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (
    electron.app
  );

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron [switches] APP-FOLDER [arguments]\n');
  app.exit(2);
} else {
  const appPath = path.resolve(folder);
  const manifest = require(path.join(appPath, 'package.json'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(appPath);
  require(path.join(appPath, manifest.main));
}
