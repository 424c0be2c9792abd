/** Runs a program and watches how much memory it and its children take together. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  parent: number;
  /** Resident. */
  kilobytes: number;
  /** Of processor time, its own. */
  seconds: number;
}

/** Linux counts processor time in these parts of a second. */
const ticks = 100;

/** Every process by its number; empty where the system has no /proc. */
function processes(): Map<number, Process> {
  const found = new Map<number, Process>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const value = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const seconds = (Number(fields[11]) + Number(fields[12])) / ticks;
      found.set(Number(name), { parent: value('PPid'), kilobytes: value('VmRSS'), seconds });
    } catch {
      // The process ended between the two readings.
    }
  }
  return found;
}

/** A process and all that it started, as they are now. */
function treeOf(root: number): [number, Process][] {
  const all = processes();
  const isInside = (id: number): boolean =>
    id === root || (all.has(id) && isInside(all.get(id)?.parent ?? 0));
  return [...all].filter(([id]) => id > 1 && isInside(id));
}

/** Seconds of processor time of all children that have ended, and of theirs; 0 where the system does not say. */
function secondsOfChildren(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticks;
  } catch {
    return 0;
  }
}

/** What running a program cost. */
export interface Cost {
  seconds: number;
  /** Seconds of processor time, over all cores. */
  processor: number;
  /** The most that it and its children took at once. */
  megabytes: number;
}

/** What ran, what it printed, and what it cost. */
export interface Run extends Cost {
  output: string;
}

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** After so many seconds it is stopped. */
  patience?: number;
}

/**
 * Runs a program and watches it.
 *
 * @throws where it fails, with the end of what it printed
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env, patience }: RunOptions = {},
): Promise<Run> {
  const before = secondsOfChildren();
  const started = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(patience === undefined ? {} : { timeout: patience * 1000 }),
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      output = (output + part).slice(-1_000_000);
    });
  let most = 0;
  const seen = new Map<number, number>();
  const watching = setInterval(() => {
    const tree = treeOf(child.pid as number);
    most = Math.max(
      most,
      tree.reduce((sum, [, { kilobytes }]) => sum + kilobytes, 0),
    );
    for (const [id, { seconds }] of tree) seen.set(id, seconds);
  }, 200);
  const ended = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${code ?? signal}`));
  });
  clearInterval(watching);
  if (ended !== '') throw new Error(`${command} ${args.join(' ')}: ${ended}\n${output.slice(-2000)}`);
  const seconds = (performance.now() - started) / 1000;
  // The system forgets the time of a process whose parent did not wait for its end.
  const watched = [...seen.values()].reduce((sum, each) => sum + each, 0);
  const processor = Math.max(secondsOfChildren() - before, watched);
  return { output, seconds, processor, megabytes: most / 1024 };
}

/**
 * Runs a Node program.
 *
 * @throws where it fails
 */
export function runNode(args: readonly string[]): Promise<Run> {
  return runProgram(process.execPath, args);
}
