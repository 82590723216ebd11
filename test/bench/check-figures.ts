import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../shared/checks/check.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { countWords, normaliseText } from '../../shared/model/text.ts';
import { inspect } from '../../shared/structure/inspect.ts';
import { readShared, sharedDir } from '../helpers/shared-data.ts';

/**
 * Lists what the checks find in the policies of `../shared/corpus/documents`, a line each for reading, and how many that is for 1,000
 * words, by rule. Which of them are false alarms only a reader can say. `--list` prints the findings themselves.
 */
if (!sharedDir) throw new Error('There is no ../shared beside this checkout to measure on.');

const folder = 'corpus/documents';
const byRule = new Map<string, number>();
let words = 0;
let findings = 0;
for (const name of readdirSync(join(sharedDir, folder)).sort()) {
  if (!name.endsWith('.md')) continue;
  const text = normaliseText(readShared(`${folder}/${name}`));
  const document = parseDocument(text);
  const report = check(document, inspect(document));
  words += countWords(text);
  findings += report.findings.length;
  for (const { rule, severity, fromLine, message } of report.findings) {
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    if (process.argv.includes('--list'))
      process.stdout.write(`${name}:${fromLine}: ${severity}: ${message} [${rule}]\n`);
  }
}
for (const [rule, count] of [...byRule].sort((x, y) => y[1] - x[1]))
  process.stdout.write(`| \`${rule}\` | ${count} | ${((count / words) * 1000).toFixed(2)} |\n`);
process.stdout.write(`| all | ${findings} | ${((findings / words) * 1000).toFixed(2)} |\n${words} words\n`);
