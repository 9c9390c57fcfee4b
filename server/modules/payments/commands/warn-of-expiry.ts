import { z } from 'zod';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { methodExpiring } from '../messages.ts';
import { tellPayers } from '../tellings.ts';

/** Tells who pays that a card they kept is about to end, once per card and date. */
export const warnOfExpiry = defineJob({
  name: 'payments.warn-of-expiry',
  input: z.object({ organization: id('organization'), method: id('saved-method') }),
  run: (ctx, { organization, method }) =>
    ctx.transact(async (tx) => {
      const row = await tx.db
        .updateTable('payments.saved_methods')
        .set((eb) => ({ warned_of: eb.ref('expires_on') }))
        .where('organization_id', '=', organization)
        .where('id', '=', method)
        .where('removed_at', 'is', null)
        .where('expires_on', 'is not', null)
        .where((eb) => eb('warned_of', 'is distinct from', eb.ref('expires_on')))
        .returning(['brand', 'last4', 'expires_on', 'is_default'])
        .executeTakeFirst();
      if (!row) return;
      const { brand, last4, expires_on: expiresOn, is_default: isDefault } = row;
      await tellPayers(tx, organization, methodExpiring, {
        occurrence: `${method}:${expiresOn}`,
        path: '/payment-methods',
        data: { card: `${brand} •••• ${last4}`, expiresOn: expiresOn!, isDefault },
      });
    }),
});
