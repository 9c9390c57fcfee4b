import { join } from 'node:path';
import pg from 'pg';
import { findRunning } from '../../app/postgres/start.ts';

/** The database of a running Clientarea, as its superuser sees it. Each call has a connection of its own, since servers come and go. */
export async function ask<Row extends pg.QueryResultRow = any>(
  data: string,
  sql: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: findRunning(join(data, 'postgres'))!.url('clientarea') });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** From now on every webhook is late by up to a second and a half, so they overtake each other, and one in three comes twice. */
export async function spoilWebhooks(data: string): Promise<void> {
  await ask(
    data,
    `create function sandbox_gateway.spoil() returns trigger language plpgsql as $$
     begin
       if pg_trigger_depth() > 1 or (new.document ->> 'tries')::int > 0 then return new; end if;
       if new.waiting and random() < 0.33 then
         insert into sandbox_gateway.deliveries (id, due_at, waiting, document) values (new.id || ' again',
           new.due_at + random() * interval '1500 ms', true, jsonb_set(new.document, '{id}', to_jsonb(new.id || ' again')));
       end if;
       new.due_at := new.due_at + random() * interval '1500 ms';
       return new;
     end $$;
     create trigger spoil before insert on sandbox_gateway.deliveries for each row execute function sandbox_gateway.spoil()`,
  );
}

/** What is still to be done: now, and only when time has passed. */
export async function undone(data: string): Promise<{ now: number; later: number }> {
  const [row] = await ask<{ now: string; later: string }>(
    data,
    `select (select count(*) from kernel.events where position is null)
       + (select count(*) from kernel.messages where not dispatched)
       + (select count(*) from pgboss.job where state = 'active' or (state in ('created', 'retry') and start_after <= now()))
       + (select count(*) from sandbox_gateway.deliveries where waiting and due_at <= now()) as now,
       (select count(*) from pgboss.job where state in ('created', 'retry') and start_after > now())
       + (select count(*) from sandbox_gateway.deliveries where waiting and due_at > now())
       + (select count(*) from sandbox_gateway.payments where document ->> 'status' = 'processing')
       + (select count(*) from provisioning.instances where next_at is not null)
       + (select count(*) from payments.attempts where status in ('created', 'unknown', 'processing')) as later`,
  );
  return { now: Number(row!.now), later: Number(row!.later) };
}

/** Ten minutes pass for all that waits, and the sweeps of those minutes are put on the queue. */
export async function passTenMinutes(data: string, sweeps: readonly string[]): Promise<void> {
  const ago = `- interval '10 minutes'`;
  await ask(
    data,
    `update pgboss.job set start_after = start_after ${ago} where state in ('created', 'retry');
     update sandbox_gateway.deliveries set due_at = due_at ${ago} where waiting;
     update provisioning.instances set next_at = next_at ${ago}, busy_until = busy_until ${ago},
       last_operation = jsonb_set(last_operation, '{sentAt}', to_jsonb((last_operation ->> 'sentAt')::timestamptz ${ago}))
       where next_at is not null and last_operation is not null;
     update payments.attempts set ask_at = ask_at ${ago}, started_at = started_at ${ago} where ask_at is not null`,
  );
  for (const sweep of sweeps) {
    const job = JSON.stringify({ name: 'kernel.sweep', input: { sweep } });
    await ask(
      data,
      `insert into pgboss.job (name, data, singleton_key) values ('world', $1, gen_random_uuid())`,
      [job],
    );
  }
}

/** Where one order stands, in everybody's books. */
export interface Standing {
  status: string;
  paid: boolean;
  /** How often the gateway took the money for it. */
  taken: number;
  payments: number;
  /** Receipts with a number. */
  receipts: number;
  services: { id: string; state: string; technical: string }[];
}

export function standings(data: string): Promise<Standing[]> {
  return ask<Standing>(
    data,
    `select o.status, v.paid = v.total as paid,
       (select count(*)::int from sandbox_gateway.payments g join payments.attempts a on a.id::text = g.attempt_id
        join payments.attempt_invoices i on i.attempt_id = a.id
        where i.invoice_id = o.invoice_id and g.document ->> 'status' = 'succeeded') as taken,
       (select count(*)::int from payments.payments p where p.invoice_id = o.invoice_id) as payments,
       (select count(*)::int from billing.receipts r where r.invoice_id = o.invoice_id and r.number is not null) as receipts,
       (select json_agg(json_build_object('id', s.id, 'state', s.state, 'technical', s.technical_state))
        from services.services s where s.order_id = o.id) as services
     from orders.orders o join billing.invoices v on v.id = o.invoice_id`,
  );
}
