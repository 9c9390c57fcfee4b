import { z } from 'zod';
import { defineEvent } from './events/define.ts';
import { defineSweep } from './jobs/define.ts';

export const invariantBroken = defineEvent('kernel.invariant-broken', {
  audience: 'staff',
  data: z.object({ invariant: z.string(), examples: z.array(z.string()) }),
});

const days = (count: number, from: Date) => new Date(from.getTime() - count * 86_400_000);

/** What must always be true is looked at in production too; staff and the log hear of what is not. */
export const checkInvariants = defineSweep({
  name: 'kernel.check-invariants',
  cron: '*/15 * * * *',
  async run(ctx) {
    for (const { name, violations } of ctx.product.invariants) {
      const examples = await ctx.read((db) => violations(db, 5));
      if (examples.length === 0) continue;
      ctx.log.error({ invariant: name, examples: examples.length }, 'an invariant is broken');
      await ctx.transact(async (tx) => {
        const subject = { kind: 'invariant', id: name };
        tx.emit(invariantBroken, { organizationId: null, subject, data: { invariant: name, examples } });
      });
    }
  },
});

/** Takes away what nobody will ask for again: answers kept for repeated requests, marks of delivered messages, old refusals. */
export const tidy = defineSweep({
  name: 'kernel.tidy',
  cron: '20 3 * * *',
  async run(ctx) {
    const now = ctx.clock.now();
    await ctx.transact(async (tx) => {
      await tx.db.deleteFrom('kernel.idempotency').where('created_at', '<', days(30, now)).execute();
      await tx.db
        .deleteFrom('kernel.messages')
        .where('data', '=', '')
        .where('created_at', '<', days(365, now))
        .execute();
      await tx.db.deleteFrom('kernel.refusals').where('last_at', '<', days(90, now)).execute();
    });
  },
});
