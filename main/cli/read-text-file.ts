import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { decodeText } from '../engine/import/decode-text.ts';
import { describeReadError, formatOfName, MAX_FILE_BYTES } from '../engine/import/read-file.ts';
import { CliFailure, requireValue } from './cli-failure.ts';

/** The text of a file as Codicil stores it: Markdown and text decoded, other formats by their importers. `-` is standard input. */
export async function readTextFile(file: string): Promise<string> {
  if (file === '-') return decode(await readStandardInput(), 'standard input');
  const format = formatOfName(file);
  if (format && format !== 'markdown' && format !== 'text') return parseElsewhere(file);
  return decode(readBytes(file), basename(file));
}

function decode(bytes: Uint8Array, name: string): string {
  return requireValue(decodeText(bytes, name)).text;
}

/** Formats with parsers of their own are read where a hostile file does no harm. */
async function parseElsewhere(file: string): Promise<string> {
  const { openFileParser } = await import('../engine/import/parse-in-child.ts');
  const parser = openFileParser();
  try {
    return requireValue(await parser.parse(resolve(file))).parsed.text;
  } finally {
    parser.close();
  }
}

function readBytes(file: string): Uint8Array {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile() && !stat.isFIFO()) throw new CliFailure(`${file} is not a file.`);
    if (stat.size > MAX_FILE_BYTES) throw new CliFailure(`${file} is too large: 50 MB is the limit.`);
    return readFileSync(descriptor);
  } catch (error) {
    if (error instanceof CliFailure) throw error;
    return requireValue(describeReadError(file, error));
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_FILE_BYTES) throw new CliFailure('Standard input is too large: 50 MB is the limit.');
  }
  return Buffer.concat(chunks);
}
