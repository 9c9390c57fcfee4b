import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { postboxOf } from '../../kernel/jobs/queue.ts';
import { createSettler } from '../../kernel/jobs/settle.ts';
import { notSignedIn, proofRequired } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Gateway } from '../../modules/payments/gateway.ts';
import { startSession } from '../../modules/identity/index.ts';
import { compose } from '../compose.ts';
import type { Clientarea, Ingredients } from '../compose.ts';
import type { SandboxGateway } from '../sandbox-gateway.ts';

const day = 86_400_000;
/** Within the life of a session. */
const signInAgainAfter = 13 * day;

/** A business told from the past to the present, through the same API and the same jobs as real use, on a clock that moves on. */
export interface Story {
  ctx: Ctx;
  today(): Date;
  /** Somebody at the API; throws with the answer when something is refused. */
  as(person: Id<'person'>): Promise<Actor>;
  pass(days: number): Promise<void>;
  /** Runs the daily sweeps, or of long ago only those that make and collect invoices, then lets everything settle. */
  endDay(options: { onlyBilling: boolean }): Promise<void>;
  settle(): Promise<void>;
  /** What somebody does on a page of the sandbox gateway: 'card', 'transfer', 'scan' or 'wallet'. */
  submit(page: string, form: string, fields?: Record<string, string>): Promise<void>;
  /** Lets the gateway tell what it has to tell. */
  hearGateway(): Promise<void>;
  gateway: Gateway;
  end(): Promise<void>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read by field, and a wrong field stops the demo at once
type Answer = any;

export interface Actor {
  get<Body = Answer>(path: string): Promise<Body>;
  /** `version` as it was seen, where an act asks for it. */
  post<Body = Answer>(path: string, body?: object, version?: number): Promise<Body>;
  put<Body = Answer>(path: string, version: number, body: object): Promise<Body>;
  patch<Body = Answer>(path: string, version: number, body: object): Promise<Body>;
  upload<Body = Answer>(path: string, file: { name: string; type: string; bytes: Buffer }): Promise<Body>;
}

/** Sweeps that mend what a crash or a silent partner left behind, of which there is none here. */
const menders = [
  'kernel.check-invariants',
  'kernel.tidy',
  'billing.number-forgotten-documents',
  'payments.ask-about-attempts',
  'provisioning.find-due-instances',
  'support.sweep-uploads',
  'mailroom.look-into-mailboxes',
  'mailroom.forget-mails',
];

/** Nights are quiet, so unpaid invoices are looked at in the late morning of Jakarta and of San Francisco, hours of the day in UTC. */
const morningHours = [4, 18];

/** Those of the day before `until`. */
function mornings(until: number): number[] {
  const midnight = Math.floor(until / day) * day;
  return [midnight - day, midnight]
    .flatMap((start) => morningHours.map((hour) => start + (hour / 24) * day))
    .filter((at) => at > until - day && at < until);
}

const ofBilling = ['services.find-ended-trials', 'billing.renew-services', 'billing.collect-invoices'];

export async function beginStory(made: Ingredients, sandbox: SandboxGateway, start: Date): Promise<Story> {
  let time = start.getTime();
  const clock: Clock = { now: () => new Date(time) };
  const url = withoutWaiting(made.directUrl);
  const clientarea = await compose({
    ...made,
    databaseUrl: url,
    directUrl: url,
    poolSize: 2,
    clock,
    runJobs: false,
    requestsPerMinute: 0,
    strictLimits: false,
    httpLogger: false,
    ports: { ...made.ports, gateways: new Map([['sandbox', sandbox.gateway]]) },
  });
  const mounted = await sandbox.mount(clientarea, clock, made.publicUrl);
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
  const sweeps = product.sweeps.filter(({ name }) => !menders.includes(name));
  const actors = new Map<Id<'person'>, { actor: Promise<Actor>; since: number }>();
  return {
    ctx,
    today: clock.now,
    settle: settler.settle,
    as(person) {
      const known = actors.get(person);
      if (known && time - known.since < signInAgainAfter) return known.actor;
      const signedIn = { actor: actor(clientarea, ctx, person), since: time };
      actors.set(person, signedIn);
      return signedIn.actor;
    },
    async pass(days) {
      const until = time + days * day;
      const collect = sweeps.find(({ name }) => name === 'billing.collect-invoices')!;
      for (const at of [...mornings(until), until]) {
        const passed = at - time;
        time = at;
        await settler.timePassed(passed);
        if (at === until) return;
        await collect.run(ctx);
        await settler.settle();
      }
    },
    async endDay({ onlyBilling }) {
      for (const sweep of sweeps) if (!onlyBilling || ofBilling.includes(sweep.name)) await sweep.run(ctx);
      await settler.settle();
    },
    async submit(page, form, fields = {}) {
      const answer = await clientarea.http.inject({
        method: 'POST',
        url: `${new URL(page).pathname}/${form}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      });
      if (answer.statusCode !== 303) throw new Error(`the gateway refused ${form}: ${answer.body}`);
    },
    async hearGateway() {
      await mounted.flush();
    },
    gateway: sandbox.gateway,
    end: () => clientarea.close(),
  };
}

/** Nobody reads along, and a story that breaks off is told again from its beginning: no commit need reach the disk before the next. */
function withoutWaiting(directUrl: string): string {
  const url = new URL(directUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

async function actor(clientarea: Clientarea, ctx: Ctx, person: Id<'person'>): Promise<Actor> {
  const signIn = () =>
    ctx.transact((tx) =>
      startSession(tx, person, { address: '203.0.113.10', userAgent: 'demo', country: null, device: null }, [
        'password',
      ]),
    );
  let { token } = await signIn();
  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: object,
    version?: number,
    type?: string,
  ): Promise<Answer> {
    const ask = () =>
      clientarea.http.inject({
        method,
        url,
        headers: {
          cookie: `clientarea=${token}; __Host-clientarea=${token}`,
          'idempotency-key': randomUUID(),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...(type ? { 'content-type': type } : {}),
        },
        ...(body ? { payload: body } : {}),
      });
    let answer = await ask();
    const over = answer.statusCode === notSignedIn.status;
    if (over || (answer.statusCode === proofRequired.status && answer.body.includes(proofRequired.code))) {
      ({ token } = await signIn());
      answer = await ask();
    }
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} was refused: ${answer.body}`);
    return answer.body === '' ? undefined : answer.json();
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body = {}, version) => send('POST', path, body, version),
    put: (path, version, body) => send('PUT', path, body, version),
    patch: (path, version, body) => send('PATCH', path, body, version),
    upload: (path, { name, type, bytes }) =>
      send('POST', `${path}?name=${encodeURIComponent(name)}`, bytes, undefined, type),
  };
}
