import { z } from 'zod';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { findOrganization } from '../../organizations/index.ts';
import { expiryStep } from '../domain/expiry.ts';
import { methodExpiring } from '../messages.ts';
import { tellPayers } from '../tellings.ts';

/** Tells who pays that a card they kept is about to end, or has ended: each step once per card and date. */
export const warnOfExpiry = defineJob({
  name: 'payments.warn-of-expiry',
  input: z.object({ organization: id('organization'), method: id('saved-method') }),
  run: (ctx, { organization, method }) =>
    ctx.transact(async (tx) => {
      const [row, { timeZone }] = await Promise.all([
        tx.db
          .selectFrom('payments.saved_methods')
          .select(['brand', 'last4', 'expires_on', 'turn', 'warned_of', 'warned_days'])
          .where('organization_id', '=', organization)
          .where('id', '=', method)
          .where('removed_at', 'is', null)
          .forUpdate()
          .executeTakeFirst(),
        findOrganization(tx.db, organization),
      ]);
      if (!row?.expires_on) return;
      const { brand, last4, expires_on: expiresOn, turn } = row;
      const told = row.warned_of === expiresOn ? row.warned_days : null;
      const step = expiryStep(expiresOn, dateIn(timeZone, tx.now), told);
      if (step === null) return;
      await tx.db
        .updateTable('payments.saved_methods')
        .set({ warned_of: expiresOn, warned_days: step })
        .where('organization_id', '=', organization)
        .where('id', '=', method)
        .execute();
      // What is not charged for renewals is worth one word.
      if (turn === null && told !== null) return;
      await tellPayers(tx, organization, methodExpiring, {
        occurrence: `${method}:${expiresOn}:${step}`,
        path: '/payment-methods',
        data: { card: `${brand} •••• ${last4}`, expiresOn, isDefault: turn !== null, isOver: step < 0 },
      });
    }),
});
