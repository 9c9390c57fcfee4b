import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { PricedPlan } from '../catalog/index.ts';
import type { DiscountPart, ServiceDiscount } from '../services/index.ts';
import type { CodeAnswer } from './contract.ts';
import { normalCode } from './domain/code.ts';
import { decide } from './domain/decide.ts';
import type { Applied, Promotion } from './domain/decide.ts';
import { promisedTo } from './domain/promise.ts';
import { promotionRules } from './settings.ts';

/** What comes off one item: of its first period, and of its set-up. */
export interface PlanDiscounts {
  readonly recurring: readonly DiscountPart[];
  readonly setup: readonly DiscountPart[];
}

export interface PromotedOrder {
  /** By position of the plans. */
  readonly plans: readonly PlanDiscounts[];
  /** What became of the code that was entered; null without one. */
  readonly code: CodeAnswer | null;
  readonly applied: readonly Applied[];
  /** What an item's service is promised for its periods. */
  readonly promised: (index: number, redemptionOf: (promotion: string) => string) => ServiceDiscount[];
}

/**
 * What promotions take off an order: those that come by themselves and that of a code. `organization`: null for somebody new. Reads;
 * what is used is counted by `redeem`.
 */
export async function applyPromotions(
  db: Db,
  plans: readonly PricedPlan[],
  {
    organization,
    code: typed,
    currency,
    at,
  }: { organization: Id<'organization'> | null; code: string | null; currency: Currency; at: Date },
): Promise<PromotedOrder> {
  const code = typed === null ? null : normalCode(typed);
  const [{ value: rules }, { rows }] = await Promise.all([
    readSetting(db, promotionRules),
    sql<{ found: Promotion[]; newClient: boolean }>`
      select coalesce((select jsonb_agg(o.promotion) from promotions.on_offer(${organization}, ${code}) o), '[]') as found,
        not exists (select from services.services s
          where s.organization_id = ${organization} and s.activated_at is not null) as "newClient"`.execute(
      db,
    ),
  ]);
  const { found, newClient } = rows[0]!;
  const items = plans.map(({ planId, productId, cycle, recurring, setup }) => ({
    planId,
    productId,
    cycle,
    recurring,
    setup,
  }));
  const today = dateIn(rules.timeZone, at);
  const { applied, refused } = decide(found, items, { currency, today, newClient, first: rules.first });
  const parts = (index: number, what: 'recurring' | 'setup') =>
    applied.flatMap(({ promotion: { names, percent }, items: off }) => {
      const amount = Number(off[index]![what]);
      return amount === 0 ? [] : [{ names, percent, amount }];
    });
  return {
    plans: plans.map((_, index) => ({ recurring: parts(index, 'recurring'), setup: parts(index, 'setup') })),
    code: typed === null || typed.trim() === '' ? null : answerOf(code ?? typed.trim(), applied, refused),
    applied,
    promised: (index, redemptionOf) => promisedTo(index, items[index]!, applied, redemptionOf),
  };
}

function answerOf(
  code: string,
  applied: readonly Applied[],
  refused: ReturnType<typeof decide>['refused'],
): CodeAnswer {
  const got = applied.find(({ promotion }) => promotion.code === code);
  if (got) return { code, names: got.promotion.names, no: null, minimum: null };
  const why = refused.find((one) => one.code === code);
  return { code, names: null, no: why?.why ?? 'unknown', minimum: why?.minimum ?? null };
}
