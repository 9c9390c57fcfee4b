import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { playAhead, readAhead } from '../../billing/index.ts';
import type { Happening } from '../../billing/index.ts';
import { readChargingAhead } from '../../payments/index.ts';
import { assumptionOf } from '../assumption.ts';
import { plain, sumsOf } from '../stored.ts';

/** So many clients are read and written down together. */
const batch = 50;
/** A job does so many batches and leaves the rest to the next one, so that a server that is told to stop need not wait long. */
const batchesOfJob = 10;

interface UnderWay {
  id: Id<'rehearsal'>;
  days: number;
  assumption: 'on_time' | 'stops' | 'late';
  late_days: number | null;
  started_at: Date;
  reached: string | null;
}

/** Goes on with a rehearsal for all clients from where it is. One that comes back finds how far it was, and adds nothing twice. */
export const rehearse = defineJob({
  name: 'rehearsal.rehearse',
  input: z.object({ rehearsal: id('rehearsal') }),
  run: async (ctx, { rehearsal }) => {
    for (let done = 0; done < batchesOfJob; done++) if (!(await rehearseBatch(ctx, rehearsal))) return;
    await ctx.transact(async (tx) => tx.enqueue(rehearse, { rehearsal }, { key: rehearsal }));
  },
});

/** False when it is over. */
async function rehearseBatch(ctx: Ctx, rehearsal: Id<'rehearsal'>): Promise<boolean> {
  const found = await ctx.read(async (db) => {
    const { rows } = await sql<UnderWay>`
      select id, days, assumption, late_days, started_at, reached from rehearsal.rehearsals
      where id = ${rehearsal} and finished_at is null`.execute(db);
    const one = rows[0];
    if (!one) return null;
    const { rows: clients } = await sql<{ id: Id<'organization'>; timeZone: string }>`
      select id, time_zone as "timeZone" from organizations.organizations
      where pays = 'itself' and ${one.reached ? sql`id > ${one.reached}` : sql`true`} order by id limit ${batch}`.execute(
      db,
    );
    if (clients.length === 0) return { one, clients, ground: null, charging: null };
    const [ground, charging] = await Promise.all([
      readAhead(
        db,
        clients.map((client) => client.id),
        one.started_at,
      ),
      readChargingAhead(db, ctx.ports, clients, one.started_at),
    ]);
    return { one, clients, ground, charging };
  });
  if (!found) return false;
  const { one, clients, ground, charging } = found;
  const all: { client: Id<'organization'>; happenings: Happening[] }[] = [];
  let cutShort = 0;
  for (const client of ground?.clients ?? []) {
    // Whoever waits for a page should not notice.
    await breathe();
    const until = addDays(dateIn(client.timeZone, one.started_at), one.days);
    const how = {
      until,
      assumption: assumptionOf(one.assumption, one.late_days),
      charging: charging!(client.id),
    };
    const { happenings, more } = await playAhead(client, ground!, how);
    if (more) cutShort++;
    all.push({ client: client.id, happenings });
  }
  const last = clients.length < batch ? null : clients.at(-1)!.id;
  await ctx.transact(async (tx) => {
    const { rows } = await sql`
      update rehearsal.rehearsals set looked_at = looked_at + ${clients.length}, cut_short = cut_short + ${cutShort}, touched_at = ${tx.now},
        reached = ${last}::uuid, finished_at = case when ${last === null} then ${tx.now}::timestamptz end
      where id = ${rehearsal} and finished_at is null and reached is not distinct from ${one.reached}::uuid returning id`.execute(
      tx.db,
    );
    if (rows.length > 0) await write(tx, rehearsal, all);
  });
  return last !== null;
}

async function write(
  tx: Tx,
  rehearsal: Id<'rehearsal'>,
  all: readonly { client: Id<'organization'>; happenings: readonly Happening[] }[],
): Promise<void> {
  const rows = all.flatMap(({ client, happenings }) =>
    happenings.map((each, position) => {
      const { on, amount, ...rest } = plain(each);
      return {
        ...rest,
        organization_id: client,
        position,
        day: on,
        amount: amount?.amount,
        currency: amount?.currency,
      };
    }),
  );
  if (rows.length === 0) return;
  await sql`
    insert into rehearsal.happenings (rehearsal_id, organization_id, position, day, at, kind, amount, currency, invoice, services, facts)
    select ${rehearsal}, organization_id, position, day, at, kind, amount, currency, nullif(invoice, 'null'), services, facts
    from jsonb_populate_recordset(null::rehearsal.happenings, ${JSON.stringify(rows)}::jsonb)`.execute(tx.db);
  const sums = sumsOf(all.flatMap(({ happenings }) => happenings)).map((sum) => ({
    ...sum,
    amount: String(sum.amount),
  }));
  await sql`
    insert into rehearsal.sums as s (rehearsal_id, day, kind, currency, count, amount)
    select ${rehearsal}, day, kind, currency, count, amount
    from jsonb_populate_recordset(null::rehearsal.sums, ${JSON.stringify(sums)}::jsonb)
    on conflict (rehearsal_id, day, kind, currency) do update set count = s.count + excluded.count, amount = s.amount + excluded.amount`.execute(
    tx.db,
  );
}

/** How long reports are kept. */
const keptDays = 30;

/** Takes away what nobody will ask about any more: prices and clients have moved on. One at a time, since each may be large. */
export const forgetOld = defineSweep({
  name: 'rehearsal.forget-old',
  cron: '17 3 * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      await sql`
        delete from rehearsal.rehearsals where id in (
          select id from rehearsal.rehearsals where finished_at < ${tx.now}::timestamptz - make_interval(days => ${keptDays})
          order by started_at limit 1)`.execute(tx.db);
    }),
});
