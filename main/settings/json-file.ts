import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

/** Reads a small JSON file. A missing one gives the schema's defaults; a broken one too, after it was set aside for whoever wants to mend it. */
export function readJsonFile<Value>(file: string, schema: z.ZodType<Value>, defaults: Value): Value {
  const text = readText(file);
  if (text === null) return defaults;
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  renameSync(file, brokenName(file, new Date()));
  return defaults;
}

/** Replaces a small JSON file in one step: a crash leaves the old one or the new one. */
export function writeJsonFile(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.part`;
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Undefined for what is not JSON: no schema here accepts that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function brokenName(file: string, now: Date): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}.broken-${now.toISOString().replaceAll(':', '-')}${ext}`);
}
