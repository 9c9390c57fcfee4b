import { defineSweep } from '../../kernel/jobs/define.ts';

export const forgetSignIns = defineSweep({
  name: 'sso.forget-sign-ins',
  cron: '27 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      await tx.db.deleteFrom('sso.attempts').where('expires_at', '<=', tx.now).execute();
      await tx.db.deleteFrom('sso.sign_ins').where('expires_at', '<=', tx.now).execute();
      await tx.db.deleteFrom('sso.used_tokens').where('expires_at', '<=', tx.now).execute();
    }),
});
