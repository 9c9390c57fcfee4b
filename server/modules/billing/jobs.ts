import { sql } from 'kysely';
import { defineSweep } from '../../kernel/jobs/define.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { billUse, finalUse } from './commands/bill-use.ts';
import { findOldContests, letContestRest } from './contest-jobs.ts';
import { useCredit } from './commands/apply-credit.ts';
import { chaseSlip, chaseSlips } from './commands/chase-slip.ts';
import { expireCredit, expireCredits } from './commands/expire-credit.ts';
import { recognizeDue, recognizeRevenue } from './commands/recognize-revenue.ts';
import { collectInvoice } from './commands/collect-invoice.ts';
import { numberDocuments } from './commands/number-documents.ts';
import { dryRun } from './commands/dry-run.ts';
import { beginBilling, billingRun, runBilling } from './commands/run-billing.ts';

export const jobs = [
  numberDocuments,
  useCredit,
  runBilling,
  beginBilling,
  billUse,
  dryRun,
  recognizeRevenue,
  collectInvoice,
  chaseSlip,
  expireCredit,
  letContestRest,
];

/** What one sweep finds at most; the next one goes on. */
const batch = 5000;

/**
 * Finds open invoices whose time to be looked at has come, and those near their due date that nobody has looked at yet. It may find too
 * many, since the job decides.
 */
const collectInvoices = defineSweep({
  name: 'billing.collect-invoices',
  cron: '5-59/10 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { rows } = await sql<{ organization_id: Id<'organization'>; id: Id<'invoice'> }>`
        select i.organization_id, i.id from billing.invoices i
        where i.status in ('due', 'overdue', 'pending') and i.number is not null and (i.collect_at <= ${tx.now} or (
          -- The day it is furthest east, the latest anywhere, and the earliest reminder that there is.
          i.collect_at is null and i.due_on <= ${dateIn('Pacific/Kiritimati', tx.now)}::date + (
            select coalesce(max((step ->> 'days')::integer), 0) from billing.dunning_timelines t
              join billing.dunning_versions v on v.timeline_id = t.id and v.version = t.version,
              jsonb_array_elements(v.plan -> 'steps') step where t.archived_at is null and step ->> 'kind' = 'reminder')))
        order by i.collect_at nulls first, i.due_on, i.id limit ${batch}`.execute(tx.db);
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
      for (const kind of ['invoice', 'receipt', 'credit_note'] as const)
        tx.enqueue(numberDocuments, { kind }, { key: kind });
    }),
});

export const sweeps = [
  billingRun,
  finalUse,
  collectInvoices,
  numberForgotten,
  chaseSlips,
  expireCredits,
  recognizeDue,
  findOldContests,
];
