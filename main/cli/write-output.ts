import { writeFileAtomically } from '../engine/atomic-write.ts';
import { requireValue } from './cli-failure.ts';

/** Writes a file that the user named on the command line; one that is there is replaced, whole or not at all. */
export function writeOutput(file: string, content: string | Uint8Array): void {
  requireValue(writeFileAtomically(file, content, true));
}
