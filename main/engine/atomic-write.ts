import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/result.ts';

/** Writes a file whole or not at all: beside its place, flushed, then renamed there. Replaces an existing file only when told to. */
export function writeFileAtomically(
  file: string,
  content: string | Uint8Array,
  replace: boolean,
): Result<{ readonly file: string; readonly bytes: number }> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}-${Date.now()}.part`);
  try {
    if (!replace && existsSync(file)) return fail('exists', `${file} already exists; it was not replaced.`);
    writeDurably(beside, bytes);
    if (replace) renameSync(beside, file);
    else linkOrRename(beside, file);
    syncFolder(dirname(file));
    return ok({ file, bytes: bytes.byteLength });
  } catch (error) {
    return describeWriteError(file, error);
  } finally {
    if (existsSync(beside)) rmSync(beside);
  }
}

/** Makes a rename in a folder durable; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes what was written to a file durable. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'wx', 0o644);
  try {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A link fails where the file has appeared meanwhile; where links are not supported, a rename has to do. */
function linkOrRename(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    renameSync(from, to);
  }
}

function describeWriteError(file: string, error: unknown): Result<never> {
  const details = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('disk-full', `The disk is full: ${file} was not written.`, details);
    case 'EEXIST':
      return fail('exists', `${file} already exists; it was not replaced.`, details);
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('write-failed', `${file} was not written: its folder does not exist.`, details);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fail('write-failed', `${file} was not written: writing there is not permitted.`, details);
    case 'EISDIR':
      return fail('write-failed', `${file} was not written: it is a folder.`, details);
    default:
      return fail('write-failed', `${file} could not be written.`, details);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
