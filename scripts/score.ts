/** `npm run score`: ingests dumps without corrections and compares the articles with a gold. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { reached } from './score/floors.ts';
import { readGold } from './score/gold.ts';
import { scoreOf, showFigures, showWrong } from './score/score.ts';

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: 'tests/fixtures/ingest/seeds/sources' },
    gold: { type: 'string', default: 'tests/fixtures/ingest/seeds/gold.json' },
    'topic-gold': { type: 'string' },
    topics: { type: 'string', default: 'content/topics.yaml' },
    quiet: { type: 'boolean', default: false },
    /** Keeps what is reached as `floors.json` beside the gold. */
    floors: { type: 'boolean', default: false },
  },
});

const score = scoreOf(readGold(values.gold), values.sources, values.topics);
const wrong = showWrong(score.verdicts);
if (!values.quiet && wrong !== '') process.stdout.write(`${wrong}\n`);
process.stdout.write(`${showFigures(score, values['topic-gold'])}\n`);
if (values.floors)
  writeFileSync(
    join(dirname(values.gold), 'floors.json'),
    `${JSON.stringify(reached(score)).replace(/[,:{}]/g, (mark) => ({ ',': ', ', ':': ': ', '{': '{ ', '}': ' }' })[mark] ?? mark)}\n`,
  );
