import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { normaliseText } from '../../shared/model/text.ts';
import { decodeText } from '../engine/import/decode-text.ts';
import { describeReadError, formatOfName, MAX_FILE_BYTES } from '../engine/import/read-file.ts';
import { CliFailure, requireValue } from './cli-failure.ts';

/** What is to become of a file without a word: an error mostly, since nothing can be said of it; the old or new side of a comparison may be empty. */
export interface ReadTextOptions {
  readonly mayBeBlank?: boolean;
}

/** The text of a file as Codicil stores it: Markdown and text decoded, other formats by their importers. `-` is standard input. */
export async function readTextFile(
  file: string,
  { mayBeBlank = false }: ReadTextOptions = {},
): Promise<string> {
  const decode = (bytes: Uint8Array, name: string): string =>
    mayBeBlank && isBlank(bytes)
      ? normaliseText(Buffer.from(bytes).toString('latin1'))
      : requireValue(decodeText(bytes, name)).text;
  if (file === '-') return decode(await readStandardInput(), 'standard input');
  const format = formatOfName(file);
  if (format && format !== 'markdown' && format !== 'text') return parseElsewhere(file);
  return decode(readBytes(file), basename(file));
}

/** True for bytes that are white space in every encoding. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
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
