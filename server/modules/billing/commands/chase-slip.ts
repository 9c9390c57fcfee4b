import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrganization } from '../../organizations/index.ts';
import { tellOfMissingSlip } from '../tax-tellings.ts';
import { taxTerms } from '../tax-settings.ts';
import { lockWithholding } from '../withholding-row.ts';
import { reopenWithholding } from './reopen-withholding.ts';

/**
 * Asks for a slip that is due, again after some days, and in the end has the sum owed again. Reads everything under the lock, so it may run
 * late or twice.
 */
export async function chase(
  tx: Tx,
  key: { organization: Id<'organization'>; withholding: Id<'withholding'> },
): Promise<void> {
  const [{ value: terms }, { timeZone }] = await Promise.all([
    readSetting(tx.db, taxTerms),
    findOrganization(tx.db, key.organization),
  ]);
  const { remindEveryDays, reopenAfterDays } = terms.withholding;
  const seen = await lockable(tx, key);
  if (seen === null) return;
  const today = dateIn(timeZone, tx.now);
  if (today <= seen.slipDueOn) return;
  if (reopenAfterDays !== null && today > addDays(seen.slipDueOn, reopenAfterDays))
    return reopenWithholding(tx, key);
  const withholding = await lockWithholding(tx, key);
  const { state, remindedOn, reminders } = withholding;
  if (state !== 'awaiting' || (remindedOn !== null && today < addDays(remindedOn, remindEveryDays))) return;
  await tx.db
    .updateTable('billing.withholdings')
    .set({ reminders: reminders + 1, reminded_on: today })
    .where('organization_id', '=', key.organization)
    .where('id', '=', key.withholding)
    .execute();
  await tellOfMissingSlip(tx, { ...withholding, reminders: reminders + 1 });
}

/** Without its lock, which comes after that of its invoice. */
async function lockable(tx: Tx, { organization, withholding }: Parameters<typeof chase>[1]) {
  const row = await tx.db
    .selectFrom('billing.withholdings')
    .select(['slip_due_on as slipDueOn'])
    .where('organization_id', '=', organization)
    .where('id', '=', withholding)
    .where('state', '=', 'awaiting')
    .executeTakeFirst();
  return row ?? null;
}

export const chaseSlip = defineJob({
  name: 'billing.chase-slip',
  input: z.object({ organization: id('organization'), withholding: id('withholding') }),
  run: (ctx, key) => ctx.transact((tx) => chase(tx, key)),
});

const batch = 5000;

export const chaseSlips = defineSweep({
  name: 'billing.chase-slips',
  cron: '50 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { value: terms } = await readSetting(tx.db, taxTerms);
      const { remindEveryDays, reopenAfterDays } = terms.withholding;
      const { rows } = await sql<{ organization_id: Id<'organization'>; id: Id<'withholding'> }>`
        select w.organization_id, w.id from billing.withholdings w join organizations.organizations o on o.id = w.organization_id,
          lateral (select (${tx.now}::timestamptz at time zone o.time_zone)::date as today) as clock
        where w.state = 'awaiting' and w.slip_due_on < today
          and (w.reminded_on is null or w.reminded_on + ${remindEveryDays}::integer <= today
            or w.slip_due_on + ${reopenAfterDays}::integer < today)
        order by w.slip_due_on, w.id limit ${batch}`.execute(tx.db);
      for (const row of rows)
        tx.enqueue(chaseSlip, { organization: row.organization_id, withholding: row.id }, { key: row.id });
    }),
});
