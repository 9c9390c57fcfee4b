import { z } from 'zod';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { move } from './commands/send-offer.ts';
import { offerExpired } from './events.ts';
import { reminder } from './messages.ts';
import { about, lockOffer } from './offer.ts';
import { offerRules } from './settings.ts';
import { tellOfOffer } from './tell.ts';

/** Ends an offer whose last day is over, or reminds of it once. */
export const followOffer = defineJob({
  name: 'offers.follow-offer',
  input: z.object({ offer: id('offer') }),
  run: (ctx, { offer: which }) =>
    ctx.transact(async (tx) => {
      const offer = await lockOffer(tx, which);
      if (offer.state !== 'sent') return;
      const { today, soon } = await daysOf(tx);
      if (offer.validUntil < today) {
        await move(tx, offer, 'expired');
        tx.emit(offerExpired, { ...about(offer), data: { number: offer.number! } });
      } else if (soon !== null && offer.validUntil <= soon && offer.remindedAt === null) {
        await tx.db
          .updateTable('offers.offers')
          .set({ reminded_at: tx.now })
          .where('id', '=', which)
          .execute();
        await tellOfOffer(tx, offer, reminder);
      }
    }),
});

/** What one sweep finds at most; the next one goes on. */
const batch = 1000;

export const followOffers = defineSweep({
  name: 'offers.follow-offers',
  cron: '10 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { today, soon } = await daysOf(tx);
      const due = await tx.db
        .selectFrom('offers.offers')
        .select('id')
        .where('state', '=', 'sent')
        .where((eb) =>
          eb.or([
            eb('valid_until', '<', today),
            ...(soon === null
              ? []
              : [eb.and([eb('valid_until', '<=', soon), eb('reminded_at', 'is', null)])]),
          ]),
        )
        .orderBy('valid_until')
        .orderBy('id')
        .limit(batch)
        .execute();
      for (const row of due) tx.enqueue(followOffer, { offer: row.id as never }, { key: row.id });
    }),
});

async function daysOf(tx: Tx): Promise<{ today: CalendarDate; soon: CalendarDate | null }> {
  const { value: rules } = await readSetting(tx.db, offerRules);
  const today = dateIn(rules.timeZone, tx.now);
  return { today, soon: rules.reminderDays === 0 ? null : addDays(today, rules.reminderDays) };
}
