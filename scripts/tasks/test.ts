import { runStages } from '../test/stage.ts';
import { stages } from '../test/stages.ts';

// npm test [-- STAGE...]: every stage, or the named ones. The last line is the sum over all of them.
const wanted = process.argv.slice(2);
const chosen = stages.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
const { passed, failed } = await runStages(chosen, (line) => process.stderr.write(`${line}\n`));
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
