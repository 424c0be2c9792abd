/** A run that was killed, at whatever moment, is completed by the next. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Desk, newDesk, seedDumps } from '../../support/ingest.ts';

const withdrawn = 'mwrtd2h9';
/** Changes an article, takes one away and leaves the others. */
const corrections = `
fields: [{ id: 3pskq6k4, set: { title: 另一題 }, reason: 試 }]
withdraw: [{ id: ${withdrawn}, reason: 試 }]
`;

/** What a run that nobody disturbed writes: at first, and under the corrections. */
function undisturbed(): { first: Record<string, string>; second: Record<string, string> } {
  const desk = newDesk(seedDumps());
  desk.run();
  const first = desk.written();
  desk.correct(corrections);
  desk.run();
  return { first, second: desk.written() };
}

/** Paths of the files that are not as expected. */
function wrongFiles(desk: Desk, expected: Record<string, string>): string[] {
  const written = desk.written();
  return [...new Set([...Object.keys(written), ...Object.keys(expected)])].filter(
    (path) => written[path] !== expected[path],
  );
}

const isWorkingFile = (path: string): boolean => path.endsWith('.tmp') || path.endsWith('.pending.json');

/** Runs to the end and holds what is on disk against what should be there. */
function completed(desk: Desk, expected: Record<string, string>): void {
  const { report, exitCode } = desk.run();
  expect(exitCode).toBe(0);
  expect(report.problems).toEqual([]);
  expect(wrongFiles(desk, expected).filter((path) => !isWorkingFile(path))).toEqual([]);
}

async function endOf(run: ReturnType<Desk['start']>): Promise<NodeJS.Signals | null> {
  const [, signal] = await once(run, 'exit');
  return signal as NodeJS.Signals | null;
}

describe('a first run that is killed', { timeout: 120_000 }, () => {
  it.each([0, 1, 2, 3, 8, 15, 22])(
    'in the middle of step %i of its writing is completed by the next',
    async (step) => {
      const desk = newDesk(seedDumps());
      expect(await endOf(desk.start(step))).toBe('SIGKILL');
      completed(desk, undisturbed().first);
    },
  );

  it('between the ledgers of two dumps that it read together is completed by the next', async () => {
    const desk = newDesk(seedDumps());
    expect(await endOf(desk.start(19))).toBe('SIGKILL');
    completed(desk, undisturbed().first);
  });

  it('at random moments, again and again, is completed by the next', async () => {
    const desk = newDesk(seedDumps());
    for (let time = 0; time < 5; time++) {
      const run = desk.start();
      const ended = endOf(run);
      await pause(200 + Math.random() * 1200);
      run.kill('SIGKILL');
      await ended;
    }
    completed(desk, undisturbed().first);
  });
});

describe('a run under new corrections that is killed', { timeout: 120_000 }, () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('in the middle of step %i takes no article for edited', async (step) => {
    const desk = newDesk(seedDumps());
    desk.run();
    desk.correct(corrections);
    expect(await endOf(desk.start(step))).toBe('SIGKILL');
    completed(desk, undisturbed().second);
  });

  it('twice, and the corrections are taken back, is as it was before', async () => {
    const desk = newDesk(seedDumps());
    desk.run();
    desk.correct(corrections);
    await endOf(desk.start(4));
    await endOf(desk.start(5));
    desk.correct('');
    completed(desk, undisturbed().first);
  });
});

describe('the working files of a run that was killed', { timeout: 120_000 }, () => {
  const areGone = async (step: number): Promise<void> => {
    const desk = newDesk(seedDumps());
    await endOf(desk.start(step));
    desk.run();
    expect(wrongFiles(desk, undisturbed().first).filter(isWorkingFile)).toEqual([]);
  };
  it.each([0, 1, 2, 3, 8, 15])('in the middle of step %i are gone after the next', areGone);
  it.each([22])('in the middle of the last step, %i, are gone after the next', areGone);
});
