import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { actorId } from '../../../kernel/auth/actor.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { newId } from '../../../kernel/values/ids.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { countDueServices, findDueServices } from '../../services/index.ts';
import type { RenewalCursor } from '../../services/index.ts';
import { holdReasons } from '../domain/run-bounds.ts';
import { decideRenewals } from '../decide-renewals.ts';
import type { Held, Renewal } from '../decide-renewals.ts';
import { readRunGround } from '../queries/run-ground.ts';
import { addSums, sumsOf } from '../run-sums.ts';
import { batch, cursor, staleMinutes } from './run-billing.ts';

const batchesOfJob = 20;

/**
 * Looks at all that is due now as a run would, and keeps only what it would come to. One that is under way is gone on with rather than
 * begun anew. Returns its id.
 */
export async function startDryRun(tx: Tx): Promise<Id<'billing-run'>> {
  const due = await countDueServices(tx.db, tx.now);
  const { rows } = await sql<{ id: Id<'billing-run'>; begun: boolean }>`
    with stale as (
      update billing.runs set finished_at = ${tx.now}
      where kind = 'dry' and finished_at is null and touched_at < ${tx.now}::timestamptz - make_interval(mins => ${staleMinutes}))
    , begun as (
      insert into billing.runs (id, kind, started_by, started_at, touched_at, due)
      select ${tx.newId()}, 'dry', ${actorId(tx.actor)}::uuid, ${tx.now}, ${tx.now}, ${due}
      where not exists (select from billing.runs where kind = 'dry' and finished_at is null
        and touched_at >= ${tx.now}::timestamptz - make_interval(mins => ${staleMinutes}))
      returning id)
    select id, true as begun from begun
    union all select id, false from billing.runs where kind = 'dry' and finished_at is null and not exists (select from begun)`.execute(
    tx.db,
  );
  const { id: run, begun } = rows[0]!;
  if (begun) tx.enqueue(dryRun, { run, after: null, at: tx.now.toISOString() }, { key: run });
  return run;
}

/** `at`: the instant it was asked for, of which all of it tells. */
export const dryRun = defineJob({
  name: 'billing.dry-run',
  input: z.object({ run: id('billing-run'), after: cursor.nullable(), at: z.iso.datetime() }),
  run: async (ctx, { run, after, at }) => {
    let next: RenewalCursor | null = after;
    for (let done = 0; done < batchesOfJob; done++) {
      next = await dryBatch(ctx, run, next, new Date(at));
      if (!next) return;
    }
    await ctx.transact(async (tx) => tx.enqueue(dryRun, { run, after: next, at }, { key: run }));
  },
});

async function dryBatch(
  ctx: Ctx,
  run: Id<'billing-run'>,
  after: RenewalCursor | null,
  at: Date,
): Promise<RenewalCursor | null> {
  const found = await ctx.read(async (db) => {
    const { services, last } = await findDueServices(db, { now: at, limit: batch, after });
    const ground = services.length > 0 ? await readRunGround(db, services, { at, dryRun: run }) : null;
    return { services, last, ground };
  });
  const { services, last, ground } = found;
  const { renewals, held } = ground
    ? await decideRenewals(services, ground, () => newId<'invoice'>(at))
    : { renewals: [], held: [] };
  const drafts = renewals.map(({ draft }) => draft);
  // A job that comes back finds how far it was, and adds nothing twice.
  await ctx.transact(async (tx) => {
    const { rows } = await sql`
      update billing.runs set looked_at = looked_at + ${services.length}, held = held + ${held.length}, touched_at = ${tx.now},
        reached = ${last && `${last.on} ${last.service}`}, finished_at = case when ${last === null} then ${tx.now}::timestamptz end
      where id = ${run} and finished_at is null and reached is not distinct from ${after && `${after.on} ${after.service}`}
      returning id`.execute(tx.db);
    if (rows.length === 0) return;
    if (drafts.length > 0) await addSums(run, drafts).execute(tx.db);
    if (services.length > 0) await addClients(run, renewals, held).execute(tx.db);
  });
  return last;
}

function addClients(run: Id<'billing-run'>, renewals: readonly Renewal[], held: readonly Held[]) {
  const keys = new Map(
    [
      ...renewals.map(({ draft: { invoice } }) => ({
        payer: invoice.organization,
        currency: invoice.currency,
      })),
      ...held.map(({ payer, service }) => ({ payer, currency: service.currency })),
    ].map((key) => [`${key.payer} ${key.currency}`, key]),
  );
  const going = grouped(renewals, ({ draft: { invoice } }) => `${invoice.organization} ${invoice.currency}`);
  const waiting = grouped(held, ({ payer, service }) => `${payer} ${service.currency}`);
  const rows = [...keys].map(([key, { payer, currency }]) => {
    const billed = going.get(key) ?? [];
    const { invoices, net, tax, total } = sumsOf(billed.map(({ draft }) => draft));
    const those = waiting.get(key) ?? [];
    return {
      organization_id: payer,
      currency,
      invoices,
      services: billed.reduce((sum, one) => sum + one.billed.length, 0),
      net: String(net),
      tax: String(tax),
      total: String(total),
      held: those.length,
      held_total: String(those.reduce((sum, one) => sum + (one.total ?? 0n), 0n)),
      reasons: holdReasons.filter((reason) => those.some(({ reasons }) => reasons.includes(reason))),
    };
  });
  return sql`
    insert into billing.run_clients as c (run_id, organization_id, currency, invoices, services, net, tax, total, held, held_total, reasons)
    select ${run}, organization_id, currency, invoices, services, net, tax, total, held, held_total, reasons
    from jsonb_populate_recordset(null::billing.run_clients, ${JSON.stringify(rows)}::jsonb)
    on conflict (run_id, organization_id, currency) do update set invoices = c.invoices + excluded.invoices,
      services = c.services + excluded.services, net = c.net + excluded.net,
      tax = c.tax + excluded.tax, total = c.total + excluded.total, held = c.held + excluded.held,
      held_total = c.held_total + excluded.held_total,
      reasons = array(select distinct unnest(c.reasons || excluded.reasons) order by 1)`;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
