import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100;

/** A process and everything it started, by pid. Linux only: read from /proc. */
export function family(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const fields = statOf(pid);
    if (fields) parents.set(pid, Number(fields[1]));
  }
  const members = [root];
  for (const pid of members) for (const [child, parent] of parents) if (parent === pid) members.push(child);
  return members;
}

/** CPU milliseconds that these processes and their ended children have used so far. */
export function cpuMilliseconds(pids: readonly number[]): number {
  let ticks = 0;
  for (const pid of pids) {
    const fields = statOf(pid);
    if (fields) ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
  }
  return (ticks / ticksPerSecond) * 1000;
}

/** Resident memory of one process in MB, shared pages counted in part. */
export function memoryMegabytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}

/** The fields of /proc/<pid>/stat from the state on; null when the process is gone. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
