import type pg from 'pg';
import type { Card, Delivery, Payment } from './records.ts';
import { dueAt, type SandboxStore, type Writing } from './store.ts';

// Sent as one query, these run as one transaction. The lock is for two processes that start at once: without it one would fail.
const schema = `
  select pg_advisory_xact_lock(hashtext('sandbox_gateway'));
  create schema if not exists sandbox_gateway;
  create table if not exists sandbox_gateway.payments (
    id text primary key,
    idempotency_key text not null unique,
    attempt_id text not null,
    due_at timestamptz,
    document jsonb not null
  );
  create index if not exists payments_attempt on sandbox_gateway.payments (attempt_id);
  create index if not exists payments_due on sandbox_gateway.payments (due_at) where due_at is not null;
  create table if not exists sandbox_gateway.cards (
    token text primary key,
    document jsonb not null
  );
  create table if not exists sandbox_gateway.deliveries (
    id text primary key,
    position bigint generated always as identity,
    due_at timestamptz not null,
    waiting boolean not null,
    document jsonb not null
  );
  create index if not exists deliveries_due on sandbox_gateway.deliveries (due_at) where waiting;
`;

/** Keeps everything in a schema of its own, which it creates: the gateway is an outside system that happens to share the server. */
export async function postgresStore(pool: pg.Pool): Promise<SandboxStore> {
  await pool.query(schema);

  async function first<Row>(sql: string, value: string): Promise<Row | undefined> {
    const { rows } = await pool.query<{ document: Row }>(sql, [value]);
    return rows[0]?.document;
  }

  return {
    insertPayment: (writing) =>
      inTransaction(pool, async (client) => {
        if (await insertPayment(client, writing.payment)) {
          await writeRest(client, writing);
          return writing.payment;
        }
        return (await withKey(client, writing.payment.idempotencyKey))!;
      }),
    payment: (id) => first<Payment>(`select document from sandbox_gateway.payments where id = $1`, id),
    paymentWithKey: (key) => withKey(pool, key),
    paymentOfAttempt: (attemptId) =>
      first<Payment>(`select document from sandbox_gateway.payments where attempt_id = $1`, attemptId),
    changePayment: (id, decide) =>
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ document: Payment }>(
          `select document from sandbox_gateway.payments where id = $1 for update`,
          [id],
        );
        const before = rows[0]?.document;
        const writing = before && decide(before);
        if (!writing) return before;
        await updatePayment(client, writing.payment);
        await writeRest(client, writing);
        return writing.payment;
      }),
    async paymentsDue(now) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from sandbox_gateway.payments where due_at <= $1 order by due_at limit 100`,
        [now],
      );
      return rows.map(({ id }) => id);
    },
    card: (token) => first<Card>(`select document from sandbox_gateway.cards where token = $1`, token),
    putCard: (card, deliveries) =>
      inTransaction(pool, async (client) => {
        await putCard(client, card);
        for (const delivery of deliveries) await putDelivery(client, delivery);
      }),
    async deliveriesDue(now) {
      const { rows } = await pool.query<{ document: Delivery }>(
        `select document from sandbox_gateway.deliveries where waiting and due_at <= $1 order by position limit 100`,
        [now],
      );
      return rows.map(({ document }) => document);
    },
    putDelivery: (delivery) => putDelivery(pool, delivery),
  };
}

type Queries = Pick<pg.ClientBase, 'query'>;

async function withKey(client: Queries, key: string): Promise<Payment | undefined> {
  const { rows } = await client.query<{ document: Payment }>(
    `select document from sandbox_gateway.payments where idempotency_key = $1`,
    [key],
  );
  return rows[0]?.document;
}

async function insertPayment(client: Queries, payment: Payment): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into sandbox_gateway.payments (id, idempotency_key, attempt_id, due_at, document)
     values ($1, $2, $3, $4, $5) on conflict (idempotency_key) do nothing`,
    [payment.id, payment.idempotencyKey, payment.attemptId, dueAt(payment) ?? null, JSON.stringify(payment)],
  );
  return rowCount === 1;
}

async function updatePayment(client: Queries, payment: Payment): Promise<void> {
  await client.query(`update sandbox_gateway.payments set due_at = $2, document = $3 where id = $1`, [
    payment.id,
    dueAt(payment) ?? null,
    JSON.stringify(payment),
  ]);
}

async function writeRest(client: Queries, { card, deliveries }: Writing): Promise<void> {
  if (card) await putCard(client, card);
  for (const delivery of deliveries) await putDelivery(client, delivery);
}

async function putCard(client: Queries, card: Card): Promise<void> {
  await client.query(
    `insert into sandbox_gateway.cards (token, document) values ($1, $2)
     on conflict (token) do update set document = excluded.document`,
    [card.token, JSON.stringify(card)],
  );
}

async function putDelivery(client: Queries, delivery: Delivery): Promise<void> {
  await client.query(
    `insert into sandbox_gateway.deliveries (id, due_at, waiting, document) values ($1, $2, $3, $4)
     on conflict (id) do update set due_at = excluded.due_at, waiting = excluded.waiting, document = excluded.document`,
    [delivery.id, delivery.dueAt, delivery.state === 'waiting', JSON.stringify(delivery)],
  );
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}
