import { z } from 'zod';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { gatewayNamed } from '../ports.ts';
import { tokenOf } from './keep-method.ts';

/** Makes the token of a removed method useless at its gateway, and then loses it. */
export const forgetMethod = defineJob({
  name: 'payments.forget-method',
  input: z.object({ organization: id('organization'), method: id('saved-method') }),
  retries: 20,
  firstWait: 30,
  async run(ctx, { organization, method }) {
    const row = await ctx.read((db) =>
      db
        .selectFrom('payments.saved_methods')
        .select(['gateway', 'token'])
        .where('organization_id', '=', organization)
        .where('id', '=', method)
        .where('removed_at', 'is not', null)
        .executeTakeFirst(),
    );
    if (!row || row.token === null) return;
    await gatewayNamed(ctx.ports, row.gateway).forgetSaved?.(ctx.vault.open(tokenOf(method), row.token));
    await ctx.transact(async (tx) => {
      await tx.db
        .updateTable('payments.saved_methods')
        .set({ token: null })
        .where('organization_id', '=', organization)
        .where('id', '=', method)
        .execute();
    });
  },
});
