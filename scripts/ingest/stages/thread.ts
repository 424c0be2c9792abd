/** A thread of the pool. */
import { workerData } from 'node:worker_threads';
import { signOfLife } from './alive.ts';
import { type Answer, type Ask, type WorkerData, work } from './pool.ts';

const { context, port, bell } = workerData as WorkerData;

function say(answer: Answer): void {
  port.postMessage(answer);
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
}

function answer({ at, job }: Ask): Answer {
  try {
    return { at, done: work(context, job) };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { at, error: `${job.task.file}: ${what}` };
  }
}

port.on('message', (ask: Ask) => say(answer(ask)));
say({ sign: signOfLife() });
