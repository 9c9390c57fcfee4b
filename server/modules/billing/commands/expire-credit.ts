import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isCurrency, money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { book, lockCredit } from '../book.ts';
import { creditTerms } from '../credit-settings.ts';
import { creditExpired as expiredEntry } from '../domain/ledger.ts';
import { creditExpired } from '../events.ts';
import { toNumber } from '../invoice-row.ts';
import { notGoodwill } from '../lot-contract.ts';
import { tellOfExpiring } from '../lot-tellings.ts';

interface LotKey {
  organization: Id<'organization'>;
  currency: Currency;
  lot: bigint;
}

interface LockedLot {
  left: bigint;
  expiresOn: CalendarDate | null;
  remindedAt: Date | null;
}

/** Nothing is taken back sooner than this after the client has heard of it. */
const noticeMilliseconds = 3 * 86_400_000;

/**
 * Looks at goodwill with a last day: tells of it when that is near, and takes back what is left when it is over, never unannounced. Reads everything
 * under the lock, so it may run late or twice.
 */
async function lookAtGoodwill(tx: Tx, key: LotKey): Promise<void> {
  const [{ timeZone }, { value: terms }] = await Promise.all([
    findOrganization(tx.db, key.organization),
    readSetting(tx.db, creditTerms),
  ]);
  const { left, expiresOn, remindedAt } = await lockGoodwill(tx, key);
  if (left === 0n || expiresOn === null) return;
  const today = dateIn(timeZone, tx.now);
  if (remindedAt === null) {
    if (today < addDays(expiresOn, -terms.goodwill.remindDays)) return;
    await tx.db
      .updateTable('billing.credit_lots')
      .set({ reminded_at: tx.now })
      .where('organization_id', '=', key.organization)
      .where('currency', '=', key.currency)
      .where('sequence', '=', key.lot)
      .execute();
    await tellOfExpiring(tx, { ...key, amount: left, expiresOn });
    return;
  }
  const isAnnounced = tx.now.getTime() - remindedAt.getTime() >= noticeMilliseconds;
  if (today > expiresOn && isAnnounced) await takeGoodwill(tx, key, left);
}

/** Staff take back what is left of goodwill that was given by mistake. Errors: `not_goodwill`. */
export async function takeBackGoodwill(tx: Tx, key: LotKey): Promise<void> {
  const { left } = await lockGoodwill(tx, key);
  if (left === 0n) throw new Problem(notGoodwill);
  await takeGoodwill(tx, key, left);
}

async function takeGoodwill(tx: Tx, { organization, currency, lot }: LotKey, left: bigint): Promise<void> {
  await book(tx, {
    organization,
    currency,
    kind: 'credit_expired',
    invoice: null,
    receipt: null,
    entry: expiredEntry({ organizationId: organization, amount: money(left, currency) }),
    credit: { only: lot },
  });
  tx.emit(creditExpired, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { amount: toNumber(left), currency },
  });
}

/** With the head of the ledger, as all who change lots. */
async function lockGoodwill(tx: Tx, { organization, currency, lot }: LotKey): Promise<LockedLot> {
  await lockCredit(tx, organization, currency);
  const row = await tx.db
    .selectFrom('billing.credit_lots')
    .select(['remaining as left', 'expires_on as expiresOn', 'reminded_at as remindedAt'])
    .where('organization_id', '=', organization)
    .where('currency', '=', currency)
    .where('sequence', '=', lot)
    .where('source', '=', 'goodwill')
    .executeTakeFirst();
  return row ?? { left: 0n, expiresOn: null, remindedAt: null };
}

export const expireCredit = defineJob({
  name: 'billing.expire-credit',
  input: z.object({
    organization: id('organization'),
    currency: z.string().refine(isCurrency),
    lot: z.string().regex(/^\d+$/),
  }),
  run: (ctx, { organization, currency, lot }) => {
    assert(isCurrency(currency), 'as its input was read');
    return ctx.transact((tx) => lookAtGoodwill(tx, { organization, currency, lot: BigInt(lot) }));
  },
});

const batch = 5000;

export const expireCredits = defineSweep({
  name: 'billing.expire-credits',
  cron: '40 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { value: terms } = await readSetting(tx.db, creditTerms);
      const { rows } = await sql<{ organization: Id<'organization'>; currency: Currency; lot: bigint }>`
        select l.organization_id as organization, l.currency, l.sequence as lot
        from billing.credit_lots l join organizations.organizations o on o.id = l.organization_id,
          lateral (select (${tx.now}::timestamptz at time zone o.time_zone)::date as today) clock
        where l.remaining > 0 and l.expires_on <= ${dateIn('Pacific/Kiritimati', tx.now)}::date + ${terms.goodwill.remindDays}::integer
          and case when l.reminded_at is null then l.expires_on - ${terms.goodwill.remindDays}::integer <= today
            else l.expires_on < today and l.reminded_at <= ${new Date(tx.now.getTime() - noticeMilliseconds)} end
        order by l.expires_on, l.organization_id, l.sequence limit ${batch}`.execute(tx.db);
      for (const { organization, currency, lot } of rows)
        tx.enqueue(
          expireCredit,
          { organization, currency, lot: String(lot) },
          { key: `${organization} ${currency} ${lot}` },
        );
    }),
});
