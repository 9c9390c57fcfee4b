import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readPidFile } from '../../app/postgres/pid-file.ts';
import { findRunning } from '../../app/postgres/start.ts';
import { runCli, startServer } from '../process/cli.ts';
import type { Server } from '../process/cli.ts';

export interface Answer {
  status: number;
  body: any;
}

/** A server that dies again and again, by itself or with its database, and its clients, who ask until they are answered. */
export interface MortalServer {
  /** Sends the request once more for every server that died over it, or that lost its database. */
  ask(path: string, init: RequestInit): Promise<Answer>;
  /**
   * Kills it with -9 so many times, each time after some dozen requests, and some of its successors while they start; every third
   * time it is its PostgreSQL that is killed. Ends early once `over` says that nobody asks any more; returns how often it died.
   */
  killAtRandom(times: number, over: () => boolean): Promise<number>;
  stop(): Promise<number | null>;
}

export async function mortalServer(env: Record<string, string>, roll: () => number): Promise<MortalServer> {
  let living = startServer(env);
  const dead = new Set<Server>();
  let asked = 0;
  let hear = () => {};
  await living;

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    for (;;) {
      const server = await living;
      asked++;
      hear();
      try {
        const answer = await fetch(server.url + path, { redirect: 'manual', ...init });
        const text = await answer.text();
        // It still answers, for a moment, without a database.
        if (answer.status >= 500 && dead.has(server)) continue;
        const isJson = /json/.test(answer.headers.get('content-type') ?? '');
        return { status: answer.status, body: isJson ? JSON.parse(text) : text };
      } catch (error) {
        if (!dead.has(server)) throw error;
      }
    }
  }

  async function replace(server: Server, whose: 'node' | 'postgres'): Promise<Server> {
    dead.add(server);
    if (whose === 'node') server.kill('SIGKILL');
    else process.kill(postgresOf(env['CLIENTAREA_DATA']!), 'SIGKILL');
    await server.ended;
    if (roll() < 0.3) {
      const unborn = runCli([], { PORT: '0', ...env });
      await wait(roll() * 1500);
      unborn.kill('SIGKILL');
      await unborn.ended;
    }
    return startServer(env);
  }

  return {
    ask,
    async killAtRandom(times, over) {
      let killed = 0;
      while (killed < times) {
        const server = await living;
        const enough = asked + 15 + Math.floor(roll() * 45);
        await new Promise<void>((resolve) => {
          hear = () => (asked >= enough || over()) && resolve();
          hear();
        });
        if (over()) break;
        await wait(roll() * 60);
        killed++;
        living = replace(server, killed % 3 === 0 ? 'postgres' : 'node');
      }
      await living;
      return killed;
    },
    async stop() {
      const server = await living;
      server.kill('SIGTERM');
      return server.ended;
    },
  };
}

/** The process of a server's own PostgreSQL. Once that is gone the server ends by itself. */
export function postgresOf(data: string): number {
  return readPidFile(findRunning(join(data, 'postgres'))!.dataDirectory)!.pid;
}
