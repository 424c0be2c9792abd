/** Runs a program and watches how much memory it and its children take together. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Resident kilobytes and parent of every process; empty where the system has no /proc. */
function processes(): Map<number, { parent: number; kilobytes: number }> {
  const found = new Map<number, { parent: number; kilobytes: number }>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const value = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      found.set(Number(name), { parent: value('PPid'), kilobytes: value('VmRSS') });
    } catch {
      // The process ended between the two readings.
    }
  }
  return found;
}

function treeMemory(root: number): number {
  const all = processes();
  const isInside = (id: number): boolean =>
    id === root || (all.has(id) && isInside(all.get(id)?.parent ?? 0));
  return [...all].reduce((sum, [id, { kilobytes }]) => sum + (id > 1 && isInside(id) ? kilobytes : 0), 0);
}

/**
 * Runs a Node program.
 *
 * @returns what it printed, and the most megabytes that it and its children took at once
 * @throws where it fails
 */
export async function runNode(args: readonly string[]): Promise<{ output: string; megabytes: number }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, treeMemory(child.pid as number));
  }, 200);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watching);
  if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${code}\n${output}`);
  return { output, megabytes: most / 1024 };
}
