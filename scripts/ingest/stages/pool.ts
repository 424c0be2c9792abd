/**
 * Runs a stage over all dumps: on all cores where there are many, in place where there are few. The run waits for its threads
 * as for any other call, so that nothing of the ingest need be asynchronous.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Context } from './context.ts';
import { type ReadResult, type ReadTask, readDump } from './reading.ts';
import { type RenderResult, type RenderTask, renderDump } from './rendering.ts';

export type Job = { stage: 'read'; task: ReadTask } | { stage: 'render'; task: RenderTask };
export type Done = ReadResult | RenderResult;

/** What a thread is started with. */
export type WorkerData = { context: Context; port: MessagePort; bell: Int32Array };
export type Ask = { at: number; job: Job };
export type Answer = { at: number; done: Done } | { at: number; error: string };

/** Fewer dumps than this are read sooner than a thread starts. */
const worthThreads = 24;
/** Jobs a thread has before it, so that it need not wait for the next. */
const ahead = 3;

/** Milliseconds without any answer after which the threads are taken for dead: no single dump takes a tenth of it. */
const silence = 600_000;

export function work(context: Context, job: Job): Done {
  return job.stage === 'read' ? readDump(context, job.task) : renderDump(context, job.task);
}

type Thread = { worker: Worker; port: MessagePort; pending: number };

/** A team of threads for one run; `close` it when the run is over. */
export class Pool {
  private readonly context: Context;
  private readonly threads: Thread[] = [];
  /** Counts answers; the run sleeps until it changes. */
  private readonly bell = new Int32Array(new SharedArrayBuffer(4));

  /** @param largest bytes of the largest dump, by which the memory of a thread is bounded */
  constructor(context: Context, dumps: number, largest: number) {
    this.context = context;
    const wanted = dumps < worthThreads ? 0 : Math.min(availableParallelism(), 8);
    if (wanted < 2) return;
    // Left alone, a thread collects its garbage only when the machine's memory runs short.
    const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 96 + Math.ceil((largest / 2 ** 20) * 400) };
    for (let at = 0; at < wanted; at++) {
      const { port1, port2 } = new MessageChannel();
      const workerData: WorkerData = { context, port: port2, bell: this.bell };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData,
        transferList: [port2],
        resourceLimits,
      });
      worker.unref();
      this.threads.push({ worker, port: port1, pending: 0 });
    }
  }

  /** Results in the order of the jobs. */
  run(jobs: readonly Job[], onDone: () => void = () => {}): Done[] {
    if (this.threads.length === 0) {
      return jobs.map((job) => {
        const done = work(this.context, job);
        onDone();
        return done;
      });
    }
    const results: Done[] = new Array(jobs.length);
    let next = 0;
    let left = jobs.length;
    while (left > 0) {
      const heard = Atomics.load(this.bell, 0);
      for (const thread of this.threads) {
        for (let got = receiveMessageOnPort(thread.port); got; got = receiveMessageOnPort(thread.port)) {
          const answer = got.message as Answer;
          if ('error' in answer) throw new Error(answer.error);
          results[answer.at] = answer.done;
          thread.pending--;
          left--;
          onDone();
        }
        while (thread.pending < ahead && next < jobs.length) {
          const ask: Ask = { at: next, job: jobs[next] as Job };
          thread.port.postMessage(ask);
          thread.pending++;
          next++;
        }
      }
      if (left > 0 && Atomics.wait(this.bell, 0, heard, silence) === 'timed-out') {
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
