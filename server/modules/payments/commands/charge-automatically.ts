import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findPayable } from '../../billing/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { attemptOf, attemptQuery, insertAttempt } from '../attempt-row.ts';
import type { Attempt } from '../attempt-row.ts';
import { paymentInProgress } from '../contract.ts';
import { payAbility } from '../domain/abilities.ts';
import { mayPayWith, offeredMethods } from '../queries/methods.ts';
import { offered } from '../settings.ts';
import { chargeSaved, findSavedMethod } from './charge-saved.ts';
import type { UsableMethod } from './charge-saved.ts';

/** A charge without the payer is answered at once; what is not is asked about. */
const openMilliseconds = 24 * 3_600_000;

/**
 * Charges the default method for a renewal, once per invoice. A run that died between storing and charging is taken up again with the
 * same attempt, so the gateway charges once.
 */
export const chargeAutomatically = defineJob({
  name: 'payments.charge-automatically',
  input: z.object({ organization: id('organization'), invoice: id('invoice') }),
  async run(ctx, { organization, invoice }) {
    const prepared = await prepare(ctx, organization, invoice).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === paymentInProgress) return null;
      throw error;
    });
    if (!prepared) return;
    const { attempt, method, payer, description } = prepared;
    await chargeSaved(ctx, attempt, method, description, payer);
  },
});

interface Prepared {
  attempt: Attempt;
  method: UsableMethod;
  payer: { name: string; email: string };
  description: string;
}

/** Null when there is nothing to charge, or nothing to charge it to. */
function prepare(
  ctx: Ctx,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<Prepared | null> {
  return ctx.transact(async (tx) => {
    const [payable, payer, earlier, { value }] = await Promise.all([
      findPayable(tx.db, organization, invoice),
      findOrganization(tx.db, organization),
      attemptQuery(tx.db)
        .innerJoin('payments.attempt_invoices as i', (join) =>
          join.onRef('i.organization_id', '=', 'a.organization_id').onRef('i.attempt_id', '=', 'a.id'),
        )
        .where('i.organization_id', '=', organization)
        .where('i.invoice_id', '=', invoice)
        .where('i.automatic', '=', true)
        .executeTakeFirst(),
      readSetting(tx.db, offered),
    ]);
    const begun = earlier ? attemptOf(earlier) : null;
    if (begun && begun.state.status !== 'created') return null;
    const method = await findSavedMethod(ctx, tx.db, organization, begun?.savedMethod ?? 'default');
    if (!method || !payable) return null;
    const description = `${payer.locale === 'id' ? 'Tagihan' : 'Invoice'} ${payable.number ?? ''}`.trim();
    const about = { method, payer: { name: payer.name, email: payer.billingEmail }, description };
    if (begun) return { attempt: begun, ...about };

    const way = offeredMethods(ctx.ports, value).find(
      (one) =>
        one.gateway.name === method.gateway && one.method.kind === method.kind && one.gateway.chargeSaved,
    );
    const owed = { amount: payable.balance, currency: payable.currency };
    if (!way || payAbility(payable) !== true || mayPayWith(way.method, owed) !== true) return null;
    const attempt = await insertAttempt(tx, {
      id: tx.newId(),
      organization,
      purpose: 'automatic',
      gateway: method.gateway,
      method: way.method.id,
      save: false,
      savedMethod: method.id,
      ...owed,
      paidWith: method.label,
      expiresAt: new Date(tx.now.getTime() + openMilliseconds),
      startedBy: null,
      invoices: [{ invoice, amount: owed.amount }],
    });
    return { attempt, ...about };
  });
}
