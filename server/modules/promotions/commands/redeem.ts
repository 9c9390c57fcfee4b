import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { promotionGone } from '../contract.ts';
import type { Applied } from '../domain/decide.ts';
import { promotionRedeemed, promotionReturned } from '../events.ts';

export interface Redemption {
  id: Id<'redemption'>;
  applied: Applied;
  /** What it takes off what is due with the order, in minor units. */
  discount: bigint;
}

/**
 * Uses promotions for an order, each once however many try at the same moment: their rows are held, and the database keeps counts within
 * limits. Needs a transaction that sees everything. Errors: `promotion_gone` when one has come to its limit meanwhile.
 */
export async function redeem(
  tx: Tx,
  redemptions: readonly Redemption[],
  { organization, order, currency }: { organization: Id<'organization'>; order: string; currency: Currency },
): Promise<void> {
  if (redemptions.length === 0) return;
  const ids = redemptions.map(({ applied }) => applied.promotion.id);
  // In one order, so that two buyers with the same promotions wait for each other instead of forever.
  await sql`select from promotions.promotions where id = any(${ids}::uuid[]) order by id for update`.execute(
    tx.db,
  );
  for (const { id, applied, discount } of redemptions) {
    const { promotion } = applied;
    const { rows } = await sql`
      with used as (
        update promotions.promotions set redeemed = redeemed + 1
        where id = ${promotion.id} and stopped_at is null and (most is null or redeemed < most) returning most_each
      ), code as (
        update promotions.codes set redeemed = redeemed + 1
        where code = ${promotion.code} and (most is null or redeemed < most) returning code
      ), free as (
        select min(n) as place from used, generate_series(1, used.most_each) n where not exists (
          select from promotions.redemptions r where r.promotion_id = ${promotion.id} and r.organization_id = ${organization}
            and r.place = n and r.returned_at is null)
      )
      insert into promotions.redemptions (organization_id, id, promotion_id, code, order_id, place, currency, discount, redeemed_at)
      select ${organization}, ${id}, ${promotion.id}, ${promotion.code}, ${order}, free.place, ${currency}, ${discount}, ${tx.now}
      from used, free
      where (used.most_each is null or free.place is not null) and (${promotion.code}::text is null or exists (select from code))
      returning id`.execute(tx.db);
    if (rows.length === 0) throw new Problem(promotionGone);
    tx.emit(promotionRedeemed, {
      organizationId: organization,
      subject: { kind: 'promotion', id: promotion.id },
      data: { orderId: order, redemptionId: id, discount: Number(discount), currency },
    });
  }
}

/** Gives back what an order used that was given up before it was paid. */
export async function returnRedemptions(
  tx: Tx,
  organization: Id<'organization'>,
  order: string,
): Promise<void> {
  const { rows } = await sql<{ promotion_id: string }>`
    with held as (
      select from promotions.promotions where id in (
        select promotion_id from promotions.redemptions where organization_id = ${organization} and order_id = ${order})
      order by id for update
    ), returned as (
      update promotions.redemptions set returned_at = ${tx.now}
      where organization_id = ${organization} and order_id = ${order} and returned_at is null and (select count(*) from held) > 0
      returning promotion_id, code
    ), codes as (
      update promotions.codes c set redeemed = redeemed - 1 from returned r where c.code = r.code
    ), counted as (
      update promotions.promotions p set redeemed = redeemed - 1 from returned r where p.id = r.promotion_id
    )
    select promotion_id from returned`.execute(tx.db);
  for (const { promotion_id } of rows) {
    tx.emit(promotionReturned, {
      organizationId: organization,
      subject: { kind: 'promotion', id: promotion_id },
      data: { orderId: order },
    });
  }
}
