import pg from 'pg';
import type { Logger } from './log.ts';
import type { Id } from './values/ids.ts';
import { sealedChannel } from './events/outbox.ts';
import { passingChannel, passingPrefix } from './passing.ts';
import type { Passing } from './passing.ts';

/** What a page learns of a fact: enough to know what to read again, nothing it could not read anyway. */
export interface LiveFact {
  /** Null for what passes: it is no fact, so a page that comes back does not ask for what followed it. */
  position: string | null;
  name: string;
  organizationId: string | null;
  subject: { kind: string; id: string };
}

export interface Listener {
  /** True when this listener may learn of the fact. */
  wants(fact: LiveFact & { audience: string }): boolean;
  hear(fact: LiveFact): void;
}

/**
 * Passes sealed facts on to the pages open on this node. Every node reads the facts itself; the notification is only a hint to look,
 * and a look each few seconds makes up for lost ones.
 */
export interface LiveHub {
  join(listener: Listener): () => void;
  /** The position this node has told: what was read after asking for it lacks no fact up to there. */
  position(): bigint;
  /** The facts after a position, for a page that was away; null when there are too many to tell one by one. */
  since(position: bigint, listener: Listener): Promise<LiveFact[] | null>;
  stop(): Promise<void>;
}

const catchUp = 500;
const lookEveryMilliseconds = 5_000;

export async function startLiveHub(options: {
  directUrl: string;
  pool: pg.Pool;
  log: Logger;
}): Promise<LiveHub> {
  const { pool, log } = options;
  const listeners = new Set<Listener>();
  const first = await pool.query<{ position: bigint }>('select position from kernel.chain');
  let position = first.rows[0]!.position;
  let looking: Promise<void> | null = null;
  let lookAgain = false;

  async function look(): Promise<void> {
    do {
      lookAgain = false;
      const facts = await factsAfter(pool, position, catchUp);
      for (const fact of facts) {
        position = BigInt(fact.position!);
        for (const listener of listeners) if (listener.wants(fact)) listener.hear(fact);
      }
      if (facts.length === catchUp) lookAgain = true;
    } while (lookAgain);
  }
  function wake(): void {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = look()
      .catch((error: Error) => log.warn({ error: error.message }, 'live facts could not be read'))
      .finally(() => (looking = null));
  }

  function pass({ name, ...passing }: Passing): void {
    const fact = { ...passing, name: `${passingPrefix}${name}`, position: null, organizationId: null };
    for (const listener of listeners) if (listener.wants(fact)) listener.hear(fact);
  }
  const subscription = listenTo(
    options.directUrl,
    [sealedChannel, passingChannel],
    (told) => (told?.channel === passingChannel ? pass(JSON.parse(told.payload) as Passing) : wake()),
    log,
  );
  const timer = setInterval(wake, lookEveryMilliseconds);
  return {
    join(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    position: () => position,
    async since(after, listener) {
      const facts = await factsAfter(pool, after, catchUp);
      return facts.length === catchUp ? null : facts.filter((fact) => listener.wants(fact));
    },
    async stop() {
      clearInterval(timer);
      await subscription.stop();
      await looking;
    },
  };
}

async function factsAfter(
  pool: pg.Pool,
  position: bigint,
  limit: number,
): Promise<(LiveFact & { audience: string })[]> {
  const { rows } = await pool.query<{
    position: bigint;
    name: string;
    organization_id: Id<'organization'> | null;
    subject_kind: string;
    subject_id: string;
    audience: string;
  }>(
    `select position, name, organization_id, subject_kind, subject_id, audience from kernel.events
     where position > $1 order by position limit ${limit}`,
    [position.toString()],
  );
  return rows.map((row) => ({
    position: row.position.toString(),
    name: row.name,
    organizationId: row.organization_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    audience: row.audience,
  }));
}

/**
 * Listens on channels of its own connection and connects again, with growing waits, when that is lost. `hear` is called without anything
 * when it listens anew, since something may have been missed.
 */
export function listenTo(
  url: string,
  channels: readonly string[],
  hear: (told?: { channel: string; payload: string }) => void,
  log: Logger,
): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let wait = 200;
  async function connect(): Promise<void> {
    if (stopped) return;
    client = new pg.Client({ connectionString: url, application_name: `clientarea listens` });
    client.on('notification', ({ channel, payload = '' }) => hear({ channel, payload }));
    client.on('error', () => {});
    client.on('end', () => again());
    try {
      await client.connect();
      await client.query(channels.map((channel) => `listen ${channel}`).join('; '));
      wait = 200;
      hear();
    } catch (error) {
      log.warn({ error: (error as Error).message, channels }, 'listening failed; it is tried again');
      client.end().catch(() => {});
    }
  }
  function again(): void {
    if (stopped) return;
    clearTimeout(retry);
    retry = setTimeout(() => void connect(), wait);
    wait = Math.min(wait * 2, 10_000);
  }
  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
