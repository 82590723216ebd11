import { app } from 'electron';
import { runCommandLine } from './command-line/run-command-line.ts';
import { readLaunchOptions } from './launch-options.ts';
import { runPrintMode } from './pdf/print-mode.ts';
import { setupProtocols } from './protocol/protocols.ts';
import { setupHardening } from './security/hardening.ts';
import { setupApplication } from './setup-application.ts';

const options = readLaunchOptions(process.argv, process.env);

setupHardening();
setupProtocols();
if (options.commandLine) void runCommandLine(app, options.commandLine);
else if (options.print) void runPrintMode(app, options.print);
else setupApplication(options);
