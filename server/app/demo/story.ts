import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { postboxOf } from '../../kernel/jobs/queue.ts';
import { createSettler } from '../../kernel/jobs/settle.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { startSession } from '../../modules/identity/index.ts';
import { compose } from '../compose.ts';
import type { Clientarea, Ingredients } from '../compose.ts';

const day = 86_400_000;

/** A business told from the past to the present, through the same API and the same jobs as real use, on a clock that moves on. */
export interface Story {
  ctx: Ctx;
  today(): Date;
  /** Somebody at the API; throws with the answer when something is refused. */
  as(person: Id<'person'>): Promise<Actor>;
  /** Lets days pass, the daily sweeps run and everything settle. */
  pass(days: number): Promise<void>;
  settle(): Promise<void>;
  end(): Promise<void>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read by field, and a wrong field stops the demo at once
type Answer = any;

export interface Actor {
  get<Body = Answer>(path: string): Promise<Body>;
  post<Body = Answer>(path: string, body?: object): Promise<Body>;
  put<Body = Answer>(path: string, version: number, body: object): Promise<Body>;
  patch<Body = Answer>(path: string, version: number, body: object): Promise<Body>;
}

export async function beginStory(made: Ingredients, start: Date): Promise<Story> {
  let time = start.getTime();
  const clock: Clock = { now: () => new Date(time) };
  const clientarea = await compose({
    ...made,
    clock,
    runJobs: false,
    requestsPerMinute: 0,
    strictLimits: false,
    httpLogger: false,
  });
  await clientarea.boss.start();
  await clientarea.http.ready();
  const ctx = clientarea.system('demo');
  const { boss, pool, product, repertoire } = clientarea;
  const settler = createSettler({
    boss,
    pool,
    ctx,
    repertoire,
    outbox: { pool, postbox: postboxOf(boss), clock, reactionsTo: product.reactionsTo },
    failed: (job, error) => made.log.warn({ job, error: error.message }, 'a job of the demo failed'),
  });
  const sweeps = product.sweeps.filter(({ name }) => !name.startsWith('kernel.'));
  return {
    ctx,
    today: clock.now,
    settle: settler.settle,
    as: (person) => actor(clientarea, ctx, person),
    async pass(days) {
      time += days * day;
      await settler.timePassed(days * day);
      for (const sweep of sweeps) await sweep.run(ctx);
      await settler.settle();
    },
    end: () => clientarea.close(),
  };
}

async function actor(clientarea: Clientarea, ctx: Ctx, person: Id<'person'>): Promise<Actor> {
  const { token } = await ctx.transact((tx) =>
    startSession(tx, person, { address: '203.0.113.10', userAgent: 'demo' }),
  );
  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: object,
    version?: number,
  ): Promise<Answer> {
    const answer = await clientarea.http.inject({
      method,
      url,
      headers: {
        cookie: `clientarea=${token}; __Host-clientarea=${token}`,
        'idempotency-key': randomUUID(),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body ? { payload: body } : {}),
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} was refused: ${answer.body}`);
    return answer.body === '' ? undefined : answer.json();
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    put: (path, version, body) => send('PUT', path, body, version),
    patch: (path, version, body) => send('PATCH', path, body, version),
  };
}
