/**
 * Runs a stage over all dumps: on all cores where there are many, in place where there are few. The thread of the run takes
 * its share, since each further one has to load and compile the program for itself; it waits for the others as for any other
 * call, so that nothing of the ingest need be asynchronous.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { compiledFolder } from '../compiled.ts';
import { readAhead } from './ahead.ts';
import { isAlive } from './alive.ts';
import type { Context } from './context.ts';
import type { Handed, ReadResult, ReadTask } from './reading.ts';
import type { RenderResult, RenderTask } from './rendered.ts';
import { renderDump } from './rendering.ts';

export type Job = { stage: 'read'; task: ReadTask } | { stage: 'render'; task: RenderTask };
export type Done = ReadResult | RenderResult;

/** What a thread is started with. */
export type WorkerData = { context: Context; port: MessagePort; bell: Int32Array };
export type Ask = { at: number; job: Job };
/** A thread is ready once, and gives a sign of its life; then it answers what it is asked. */
export type Answer = { sign: number } | { at: number; done: Handed } | { at: number; error: string };

/** Fewer dumps than this are read sooner than a thread starts. */
const worthThreads = 24;
/**
 * Jobs that a thread has before it, so that it need not wait while this one is at a large dump: at most, and towards the
 * end, where all are to end together.
 */
const [mostAhead, leastAhead] = [8, 2];

/**
 * Bounds of a thread's memory; left alone, it collects its garbage only when that of the machine runs short. What it makes
 * of a dump is to be garbage before it is moved: with half as much for the young, a run takes a tenth more.
 */
const young = 48;
const old = 96;
/** … and for each megabyte of the largest dump. */
const oldForMegabyte = 400;

/** Milliseconds without any answer after which the threads are taken for dead: no single dump takes a tenth of it. */
const silence = 600_000;

export function work(context: Context, job: Job): Handed {
  return job.stage === 'read' ? readAhead(context, job.task) : renderDump(context, job.task);
}

/** Milliseconds after which it is asked again whether all threads live. */
const patience = 500;

/** A thread ended in the middle of a dump: hardly for anything but a lack of memory. */
export class ThreadEnded extends Error {
  readonly file: string;

  constructor(file: string) {
    super('A thread ended while it read this dump; most likely the dump needs more memory than it may take.');
    this.file = file;
  }
}

type Thread = {
  worker: Worker;
  port: MessagePort;
  /** A sign of its life, since it is ready. */
  sign?: number;
  /** Places of the jobs that it was asked and has not answered, in their order. */
  asked: number[];
};

/** A team of threads for one run; `close` it when the run is over. */
export class Pool {
  private readonly context: Context;
  /** Those beside the thread of the run. */
  private readonly threads: Thread[] = [];
  /** Counts answers; the run sleeps until it changes. */
  private readonly bell = new Int32Array(new SharedArrayBuffer(4));

  /** @param largest bytes of the largest dump, by which the memory of a thread is bounded */
  constructor(context: Context, dumps: number, largest: number) {
    this.context = context;
    const wanted = dumps < worthThreads ? 1 : Math.min(availableParallelism(), 8);
    const resourceLimits = {
      maxYoungGenerationSizeMb: young,
      maxOldGenerationSizeMb: old + Math.ceil((largest / 2 ** 20) * oldForMegabyte),
    };
    for (let at = 1; at < wanted; at++) {
      const { port1, port2 } = new MessageChannel();
      const workerData: WorkerData = { context, port: port2, bell: this.bell };
      const worker = new Worker(new URL('./thread.ts', import.meta.url), {
        // So the first module of a thread comes from there too, and it need not load what strips types.
        env: { ...process.env, NODE_COMPILE_CACHE: compiledFolder },
        workerData,
        transferList: [port2],
        resourceLimits,
      });
      worker.unref();
      // Whoever waits for the thread finds out by itself.
      worker.on('error', () => {});
      this.threads.push({ worker, port: port1, asked: [] });
    }
  }

  /** Results in the order of the jobs. */
  run(jobs: readonly Job[], onDone: () => void = () => {}): Done[] {
    const results: Done[] = new Array(jobs.length);
    let [next, left] = [0, jobs.length];
    let begun = performance.now();
    const put = (at: number, handed: Handed): void => {
      results[at] = told(handed);
      left--;
      begun = performance.now();
      onDone();
    };
    while (left > 0) {
      const heard = Atomics.load(this.bell, 0);
      const share = (jobs.length - next) / (4 * (this.threads.length + 1));
      const ahead = Math.max(leastAhead, Math.min(mostAhead, share));
      for (const thread of this.threads) {
        for (const answer of answersOf(thread)) {
          thread.asked.splice(thread.asked.indexOf(answer.at), 1);
          put(answer.at, answer.done);
        }
        const [asked] = thread.asked;
        if (asked !== undefined && !isAlive(thread.sign as number))
          throw new ThreadEnded((jobs[asked] as Job).task.file);
        while (thread.sign !== undefined && thread.asked.length < ahead && next < jobs.length) {
          const ask: Ask = { at: next, job: jobs[next] as Job };
          thread.port.postMessage(ask);
          thread.asked.push(next);
          next++;
        }
      }
      if (next < jobs.length) {
        const at = next++;
        put(at, work(this.context, jobs[at] as Job));
      } else if (
        left > 0 &&
        Atomics.wait(this.bell, 0, heard, patience) === 'timed-out' &&
        performance.now() - begun > silence
      ) {
        const asked = jobs.slice(0, next).flatMap(({ task }, at) => (results[at] ? [] : [task.file]));
        throw new Error(
          `no thread has answered for ${silence / 60_000} minutes; at work were ${asked.join(', ')}`,
        );
      }
    }
    return results;
  }

  close(): void {
    for (const { worker } of this.threads) void worker.terminate();
  }
}

function told({ json, kept, ahead }: Handed): Done {
  const made = ahead && { ahead: told(ahead) as RenderResult };
  return { ...(JSON.parse(json) as Done), ...(kept && { kept }), ...made };
}

/** What a thread has answered since it was asked last. */
function* answersOf(thread: Thread): Generator<{ at: number; done: Handed }> {
  for (let got = receiveMessageOnPort(thread.port); got; got = receiveMessageOnPort(thread.port)) {
    const answer = got.message as Answer;
    if ('error' in answer) throw new Error(answer.error);
    if ('sign' in answer) thread.sign = answer.sign;
    else yield answer;
  }
}
