/** `npm run fuzz`: ingests mutated dumps and prints what went wrong, and how much went right. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz/run.ts';

const { values } = parseArgs({
  options: {
    dumps: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '25' },
    topics: { type: 'string', default: 'content/topics.yaml' },
    keep: { type: 'string', default: '.cache/fuzz' },
  },
});

mkdirSync(values.keep, { recursive: true });
const begun = performance.now();
const found = fuzz({
  seed: Number(values.seed),
  dumps: Number(values.dumps),
  batch: Number(values.batch),
  topics: values.topics,
  keep: values.keep,
  onProgress: (done, faults) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${values.dumps}, ${faults} faults `);
  },
});
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(
  [
    `${process.stderr.isTTY ? '\n' : ''}dumps read             ${found.read}`,
    `refused (damaged)      ${found.refused}`,
    `encoding wrong, said   ${found.doubtedEncodings}`,
    `articles               ${found.articles}`,
    `characters             ${found.characters}`,
    `seconds                ${seconds.toFixed(0)}`,
    `faults                 ${found.faults.length}`,
    ...found.faults,
    ...(found.faults.length > 0 ? [`The dumps with a fault are in ${values.keep}/.`] : []),
    '',
  ].join('\n'),
);
process.exitCode = found.faults.length > 0 ? 1 : 0;
