import { cpus, totalmem } from 'node:os';
import type { RawLimits } from './database.ts';
import type { LoadResult } from './load.ts';

export interface Row extends Omit<LoadResult, 'statuses' | 'requests'> {
  scenario: string;
  /** CPU of all processes for each request while it was asked, and, for writes, until all that followed was done. */
  cpuMs: number;
  cpuMsToTheEnd: number | null;
  wrong: number;
}

export interface Measured {
  machine: string;
  startMs: number;
  /** Node's memory in MB. */
  idle: number;
  afterLoad: number;
  raw: RawLimits;
  rows: Row[];
}

export function machine(): string {
  return `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]!.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`;
}

export const head = `${'scenario'.padEnd(28)}${'req/s'.padStart(7)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'p99'.padStart(8)}${'CPU'.padStart(8)}${'with all'.padStart(10)}`;

/** Latency and CPU are milliseconds. */
export function line({ scenario, perSecond, p50, p95, p99, cpuMs, cpuMsToTheEnd, wrong }: Row): string {
  const times = [p50, p95, p99].map((time) => time.toFixed(1).padStart(8)).join('');
  const all = cpuMsToTheEnd === null ? '' : cpuMsToTheEnd.toFixed(2).padStart(10);
  return `${scenario.padEnd(28)}${perSecond.toFixed(0).padStart(7)}${times}${cpuMs.toFixed(2).padStart(8)}${all}${wrong > 0 ? `  WRONG ANSWERS: ${wrong}` : ''}`;
}

export function summary({ startMs, idle, afterLoad, raw }: Measured): string {
  const limits = Object.entries(raw).map(([name, rate]) => `${name} ${rate.toFixed(0)}/s`);
  return [
    `start to first 200: ${startMs.toFixed(0)} ms; memory of node ${idle.toFixed(0)} MB idle, ${afterLoad.toFixed(0)} MB after load`,
    `without the server: ${limits.join(', ')}`,
  ].join('\n');
}

/** The exponent of growth: 0 when ten times the data costs the same, 1 when it costs ten times as much. By CPU, which noise moves least. */
export function growth(
  small: readonly Row[],
  large: readonly Row[],
): { scenario: string; exponent: number }[] {
  return large.flatMap(({ scenario, cpuMs }) => {
    const before = small.find((row) => row.scenario === scenario);
    return before ? [{ scenario, exponent: Math.log10(cpuMs / before.cpuMs) }] : [];
  });
}

/** The same as a table for docs/performance.md: one column of figures for each set that was measured. */
export function markdown(sets: Readonly<Record<string, Measured>>): string {
  const names = Object.keys(sets);
  const columns = ['req/s', 'p50', 'p99 ms', 'CPU ms', 'CPU ms to the end'];
  const titles = ['scenario', ...names.flatMap((name) => columns.map((column) => `${name}: ${column}`))];
  const scenarios = [...new Set(names.flatMap((name) => sets[name]!.rows.map((row) => row.scenario)))];
  const rows = scenarios.map((scenario) => [
    scenario,
    ...names.flatMap((name) => {
      const row = sets[name]!.rows.find((one) => one.scenario === scenario);
      if (!row) return columns.map(() => '');
      const all = row.cpuMsToTheEnd === null ? '' : row.cpuMsToTheEnd.toFixed(2);
      return [row.perSecond.toFixed(0), row.p50.toFixed(1), row.p99.toFixed(1), row.cpuMs.toFixed(2), all];
    }),
  ]);
  const lines = [titles, titles.map((_, index) => (index === 0 ? '---' : '--:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
