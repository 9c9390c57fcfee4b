import { availableParallelism } from 'node:os';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { isSomebodyAround } from '../../../kernel/pace.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import { date } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { countDueServices } from '../../services/index.ts';
import type { RenewalCursor } from '../../services/index.ts';
import { addSums } from '../run-sums.ts';
import { renewServices } from './renew-services.ts';

/** One transaction bills so many services at most: more saves little, and whoever waits for a lock or an answer waits longer. */
export const batch = 500;
/** So many while somebody uses the portal, whose pages are not to wait for what a batch does in one go. */
const smallBatch = 25;
/** A job looks at so many and leaves the rest to the next one, so that a server that is told to stop need not wait long. */
const servicesOfJob = 5000;
/** While one waits for the database the other one decides; but a core is left to those who wait for a page. */
const lanes = availableParallelism() > 2 ? 2 : 1;
/** A run that nobody has touched for so long died with its server. */
export const staleMinutes = 5;

export const cursor = z.object({
  on: z.iso.date().transform(date),
  organization: id('organization'),
  service: id('service'),
});

/** One of those who work on a run: claims batches from where it is until nothing is due any more. */
export const runBilling = defineJob({
  name: 'billing.run',
  // One that an older version left, with another cursor, begins again: what is billed is not found.
  input: z.object({ run: id('billing-run'), lane: z.int(), after: cursor.nullable().catch(null) }),
  run: async (ctx, { run, lane, after }) => {
    const behind = ctx.behind();
    let at: RenewalCursor | null = after;
    for (let done = 0; done < servicesOfJob;) {
      const limit = isSomebodyAround() ? smallBatch : batch;
      at = await behind.transact((tx) => runBatch(tx, run, at, { limit, lane }));
      if (!at) return;
      done += limit;
    }
    await ctx.transact(async (tx) =>
      tx.enqueue(runBilling, { run, lane, after: at }, { key: `${run}:${lane}` }),
    );
  },
});

/**
 * Bills one batch and writes down how far the run is; returns where the next begins, null when nothing more is due. Every other lane comes
 * from the other end: two in a row would share an organization at each border of their batches, and wait for its ledger.
 */
export async function runBatch(
  tx: Tx,
  run: Id<'billing-run'>,
  after: RenewalCursor | null,
  { limit = batch, lane = 0 }: { limit?: number; lane?: number } = {},
): Promise<RenewalCursor | null> {
  const { lookedAt, last, drafts, held } = await renewServices(tx, {
    limit,
    after,
    backwards: lane % 2 === 1,
  });
  tx.withCommit(sql`
    update billing.runs set looked_at = looked_at + ${lookedAt}, held = held + ${held.length}, touched_at = ${tx.now},
      finished_at = coalesce(finished_at, case when ${last === null} then ${tx.now}::timestamptz end)
    where id = ${run}`);
  if (drafts.length > 0) tx.withCommit(addSums(run, drafts));
  return last;
}

/**
 * Begins a run when something is due, or takes up one whose server died; leaves one alone that is under way. Several may work on a run,
 * on several nodes, and none of them is needed to make it right: what is not billed is found again.
 */
export async function beginRun(ctx: Ctx): Promise<void> {
  await ctx.transact(async (tx) => {
    const run = await openRun(tx);
    if (!run) return;
    for (let lane = 0; lane < lanes; lane++)
      tx.enqueue(runBilling, { run, lane, after: null }, { key: `${run}:${lane}` });
  });
}

/** Null where nothing is due, or a run is under way. */
export async function openRun(tx: Tx): Promise<Id<'billing-run'> | null> {
  const due = await countDueServices(tx.db, tx.now);
  if (due === 0) return null;
  const { rows } = await sql<{ id: Id<'billing-run'> }>`
    insert into billing.runs as r (id, kind, started_at, touched_at, due)
    values (${tx.newId()}, 'real', ${tx.now}, ${tx.now}, ${due})
    on conflict (kind) where finished_at is null do update set touched_at = excluded.touched_at
    where r.touched_at < ${tx.now}::timestamptz - make_interval(mins => ${staleMinutes})
    returning id`.execute(tx.db);
  return rows[0]?.id ?? null;
}

/** Asked for when what was held back has been decided about. */
export const beginBilling = defineJob({
  name: 'billing.begin-run',
  input: z.object({}),
  run: beginRun,
});

export const billingRun = defineSweep({
  name: 'billing.renew-services',
  cron: '*/10 * * * *',
  run: beginRun,
});
