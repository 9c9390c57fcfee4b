import { sql } from 'kysely';
import { defineSweep } from '../../kernel/jobs/define.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findServicesToRenew } from '../services/index.ts';
import { useCredit } from './commands/apply-credit.ts';
import { collectInvoice } from './commands/collect-invoice.ts';
import { numberDocuments } from './commands/number-documents.ts';
import { renewService } from './commands/renew-service.ts';
import { overduePlan } from './domain/dunning.ts';
import { dunningPlan } from './dunning-plan.ts';
import { dunning } from './settings.ts';

export const jobs = [numberDocuments, useCredit, renewService, collectInvoice];

/** What one sweep finds at most; the next one goes on. */
const batch = 5000;

const renewServices = defineSweep({
  name: 'billing.renew-services',
  cron: '*/10 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await findServicesToRenew(tx.db, tx.now, batch);
      for (const key of due) tx.enqueue(renewService, key, { key: key.service });
    }),
});

/**
 * Finds invoices that have become overdue, or for which a reminder or an overdue step may be due in their client's zone. It may find
 * too many (a step that was overtaken is never taken), since the job decides.
 */
const collectInvoices = defineSweep({
  name: 'billing.collect-invoices',
  cron: '20 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { value: rules } = await readSetting(tx.db, dunning);
      const settings = dunningPlan(rules);
      const plan = [
        ...settings.reminderDaysBefore.map((days) => ({ kind: 'reminder', days, from: -days, to: 0 })),
        ...overduePlan(settings).map(({ kind, days }) => ({ kind, days, from: days, to: 100_000 })),
      ];
      // The day it is furthest east, the latest anywhere.
      const latest = addDays(
        dateIn('Pacific/Kiritimati', tx.now),
        Math.max(0, ...settings.reminderDaysBefore),
      );
      const { rows } = await sql<{ organization_id: Id<'organization'>; id: Id<'invoice'> }>`
        select i.organization_id, i.id
        from billing.invoices i join organizations.organizations o on o.id = i.organization_id,
          lateral (select (${tx.now}::timestamptz at time zone o.time_zone)::date as today) as clock
        where i.status in ('due', 'overdue', 'pending') and i.number is not null and i.due_on <= ${latest}
          and not exists (select from billing.dunning_steps s
            where s.organization_id = i.organization_id and s.invoice_id = i.id and s.done_on >= today)
          and ((today > i.due_on and i.overdue_since is null) or (i.status <> 'pending' and exists (
            select from jsonb_to_recordset(${JSON.stringify(plan)}::jsonb) as p (kind text, days integer, "from" integer, "to" integer)
            where today - i.due_on between p."from" and p."to" and not exists (select from billing.dunning_steps s
              where s.organization_id = i.organization_id and s.invoice_id = i.id and s.kind = p.kind and s.days = p.days))))
        order by i.due_on, i.organization_id, i.id limit ${batch}`.execute(tx.db);
      for (const row of rows)
        tx.enqueue(collectInvoice, { organization: row.organization_id, invoice: row.id }, { key: row.id });
    }),
});

/** For documents whose own job has failed for good. */
const numberForgotten = defineSweep({
  name: 'billing.number-forgotten-documents',
  cron: '*/15 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      for (const kind of ['invoice', 'receipt'] as const)
        tx.enqueue(numberDocuments, { kind }, { key: kind });
    }),
});

export const sweeps = [renewServices, collectInvoices, numberForgotten];
