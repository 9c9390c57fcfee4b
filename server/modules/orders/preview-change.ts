import type { Membership } from '../../kernel/auth/actor.ts';
import type { Vault } from '../../kernel/crypto.ts';
import type { Json } from '../../kernel/values/json.ts';
import { whyLeaving } from '../billing/index.ts';
import type { Service } from '../services/index.ts';
import { termOut } from './quote-order.ts';
import type { Asked, ChangeLineOut, ChangePreview } from './change-contract.ts';
import { digestOf, expiryOf, sealQuote } from './change-quote.ts';
import { isAbove } from './domain/spending-limit.ts';
import type { PricedChange } from './price-change.ts';

type Shown = Omit<ChangePreview, 'quote' | 'expiresAt'>;

/** A priced change as it is shown. */
export function shownOf(priced: PricedChange, limit: Membership['limit']): Shown {
  const { service, direction, when, effectiveOn, terms, next, forfeits } = priced;
  const { currency } = service;
  const money = (amount: bigint) => ({ amount: Number(amount), currency });
  return {
    serviceId: service.id,
    direction,
    when,
    effectiveOn,
    before: agreedOf(service, currency),
    after: terms && agreedOf(terms, currency),
    lines: linesOut(priced),
    tax: money(priced.tax),
    total: money(priced.total),
    credit: money(priced.credit),
    forfeits,
    next: next && { ...next, total: money(next.total) },
    leaving: leavingOf(priced),
    term: (terms?.term && termOut(terms.term)) ?? null,
    needsApproval: isAbove(limit, { amount: priced.total, currency }),
  };
}

function leavingOf({ fee, total, service: { currency } }: PricedChange): Shown['leaving'] {
  if (!fee) return null;
  const why = whyLeaving(fee, currency);
  return { total: { amount: Number(total), currency }, why, until: fee.until };
}

/** With a seal by which exactly this is billed for the next minutes. */
export function withQuote(
  vault: Vault,
  shown: Shown,
  { service, asked, at }: { service: Service; asked: Asked; at: Date },
): ChangePreview {
  const key = { organization: service.organization, service: service.id };
  const quoted = { asked, at: at.toISOString(), version: service.version, digest: digestOf(shown as Json) };
  return { ...shown, quote: sealQuote(vault, key, quoted), expiresAt: expiryOf(quoted).toISOString() };
}

export function linesOut({ lines, service, priceVersion }: PricedChange): ChangeLineOut[] {
  const money = (amount: bigint) => ({ amount: Number(amount), currency: service.currency });
  return lines.map(({ rule, description, quantity, period, of, price, share, amount }) => ({
    rule,
    description,
    quantity,
    period,
    of,
    price: money(price),
    share,
    priceVersion: rule === 'unused_time' || rule === 'leaving' ? null : priceVersion,
    amount: money(amount),
  }));
}

export function agreedOf(
  terms: Pick<Service, 'planId' | 'names' | 'quantity' | 'cycle' | 'recurring'>,
  currency: string,
) {
  const { planId, names, quantity, cycle, recurring } = terms;
  return { planId, names: { ...names }, quantity, cycle, price: { amount: Number(recurring), currency } };
}
