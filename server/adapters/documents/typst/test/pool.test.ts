import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DocumentError } from '../../../../kernel/documents.ts';
import type { Pool, PoolOptions } from '../pool.ts';
import { createPool } from '../pool.ts';

const opened: Pool[] = [];

function pool(options: Partial<PoolOptions> = {}): Pool {
  const workerUrl = new URL('./worker-fixture.mjs', import.meta.url);
  const defaults = { workerUrl, size: 1, queueLimit: 10, timeoutMs: 20_000, idleMs: 60_000 };
  const made = createPool({ ...defaults, ...options });
  opened.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((made) => made.close()));
});

async function run(made: Pool, source: string, data = ''): Promise<string> {
  const answer = await made.run({ source, data, title: '', locale: 'id', createdAt: 0 });
  return Buffer.from(answer).toString();
}

/** The error's reason; fails when there was none. */
function reasonOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    (value) => expect.unreachable(`it answered ${String(value)}`),
    (error: DocumentError) => error.reason,
  );
}

function lives(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

describe('a pool of workers', () => {
  test('answers in order with one worker, and keeps it', async () => {
    const made = pool();
    const [first, ...others] = await Promise.all(['pid', 'pid', 'pid'].map((source) => run(made, source)));
    expect(others).toEqual([first, first]);
    expect(await Promise.all(['a', 'b', 'c'].map((data) => run(made, 'echo', data)))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('starts a second worker only for what the first is too busy for', async () => {
    const made = pool({ size: 2 });
    const alone = await run(made, 'pid');
    expect(await run(made, 'pid')).toBe(alone);
    const pids = await Promise.all(['pid', 'pid', 'pid', 'pid'].map((source) => run(made, source)));
    expect(new Set(pids).size).toBe(2);
  });

  test('passes a refusal on and goes on with the same worker', async () => {
    const made = pool();
    const pid = await run(made, 'pid');
    await expect(run(made, 'refuse')).rejects.toMatchObject({ reason: 'template', message: 'not like this' });
    expect(await run(made, 'pid')).toBe(pid);
  });

  test.each([
    ['exit', '7'],
    ['throw', 'TypeError: out of order'],
  ])('replaces a worker that dies by %s, for those who wait behind it too', async (source, trace) => {
    const made = pool();
    const pid = await run(made, 'pid');
    const dying = run(made, source);
    const behind = run(made, 'pid');
    await expect(dying).rejects.toMatchObject({ reason: 'crashed', message: expect.stringContaining(trace) });
    expect(await behind).not.toBe(pid);
  });

  test('ends a worker that takes too long, even in the middle of native code', async () => {
    const made = pool({ timeoutMs: 1_500 });
    const pid = await run(made, 'pid');
    expect(await reasonOf(run(made, 'hang'))).toBe('timeout');
    await vi.waitFor(() => expect(lives(pid)).toBe(false));
    expect(await run(made, 'pid')).not.toBe(pid);
  });

  test('refuses more than may wait', async () => {
    const made = pool({ queueLimit: 2 });
    const accepted = ['pid', 'pid', 'pid'].map((source) => run(made, source));
    expect(await reasonOf(run(made, 'pid'))).toBe('busy');
    await Promise.all(accepted);
    expect(await run(made, 'echo', 'room again')).toBe('room again');
  });

  test('lets an idle worker end and starts another when there is work', async () => {
    const made = pool({ idleMs: 20 });
    const pid = await run(made, 'pid');
    await vi.waitFor(() => expect(lives(pid)).toBe(false), 5_000);
    expect(await run(made, 'pid')).not.toBe(pid);
  });

  test('closing ends what runs and what waits, and takes nothing more', async () => {
    const made = pool();
    const pid = await run(made, 'pid');
    const reasons = Promise.all([reasonOf(run(made, 'hang')), reasonOf(run(made, 'pid'))]);
    await made.close();
    expect(await reasons).toEqual(['closed', 'closed']);
    expect(lives(pid)).toBe(false);
    expect(await reasonOf(run(made, 'pid'))).toBe('closed');
  });

  test('gives workers none of the environment', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://secret');
    expect(await run(pool(), 'environment')).not.toMatch(/DATABASE_URL|PATH|HOME/);
    vi.unstubAllEnvs();
  });
});
