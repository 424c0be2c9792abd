/** One who waits without letting any event through sees that a thread has died. */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { afterAll, expect, it } from 'vitest';
import { isAlive } from '../../../scripts/ingest/stages/alive.ts';

const module = new URL('../../../scripts/ingest/stages/alive.ts', import.meta.url).href;
/** Says that it lives, and fills its memory once it is told to. */
const program = `
  import { workerData } from 'node:worker_threads';
  const { port, module } = workerData;
  const { signOfLife } = await import(module);
  port.on('message', () => { for (const held = []; ; ) held.push(Array.from({ length: 1000 }, () => ({}))); });
  port.postMessage(signOfLife());
`;
const bell = new Int32Array(new SharedArrayBuffer(4));
const pause = (): void => void Atomics.wait(bell, 0, 0, 20);
const workers: Worker[] = [];
afterAll(() => Promise.all(workers.map((worker) => worker.terminate())));

function started(): { port: MessagePort; sign: number } {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
    workerData: { port: port2, module },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 },
  });
  worker.on('error', () => {});
  workers.push(worker);
  for (let left = 1000; left > 0; left--) {
    const sign = receiveMessageOnPort(port1)?.message as number | undefined;
    if (sign !== undefined) return { port: port1, sign };
    pause();
  }
  throw new Error('the thread did not begin');
}

it('of want of memory, while another lives on', () => {
  const [one, other] = [started(), started()];
  expect([one, other].map(({ sign }) => isAlive(sign))).toEqual([true, true]);
  one.port.postMessage('fill');
  for (let left = 1000; left > 0 && isAlive(one.sign); left--) pause();
  expect([one, other].map(({ sign }) => isAlive(sign))).toEqual([false, true]);
});
