import type { NewLine } from '../billing/index.ts';
import type { AgreedPlan } from '../orders/index.ts';
import type { PricedOffer } from './price-offer.ts';

type Agreed = Pick<PricedOffer, 'plans' | 'extra'>;

/** What an offer is made of, as JSON keeps it: whole numbers as text. */
export function agreedToJson({ plans, extra }: Agreed): string {
  return JSON.stringify({ plans, extra }, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

export function agreedFromJson(stored: unknown): Agreed {
  const { plans, extra } = stored as { plans: AgreedPlan[]; extra: NewLine[] };
  return {
    plans: plans.map(({ plan, ...rest }) => ({
      ...rest,
      plan: { ...plan, recurring: BigInt(plan.recurring), setup: BigInt(plan.setup) },
    })),
    extra: extra.map((line) => ({ ...line, unitPrice: BigInt(line.unitPrice) })),
  };
}
