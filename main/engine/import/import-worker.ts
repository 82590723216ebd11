import { readPolicyFile } from './read-file.ts';

/**
 * The process in which files are parsed: a parser that crashes, hangs or eats memory takes this process with it and nothing else.
 * In: `{ file }`. Out: the result, one answer for each message, in order.
 */
process.on('message', (message: { readonly file: string }) => {
  void readPolicyFile(message.file).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
