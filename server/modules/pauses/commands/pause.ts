import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Json } from '../../../kernel/values/json.ts';
import { giveBack, pauseDeferrals, takeBackAhead } from '../../billing/index.ts';
import { forgetUnpaidPeriod, lockService, pauseService, todayOf } from '../../services/index.ts';
import type { ServiceKey } from '../../services/index.ts';
import { pauseStale } from '../contract.ts';
import { pricePause } from '../price-pause.ts';
import type { PricedPause } from '../price-pause.ts';
import { digestOf, expiryOf, openQuote } from '../quote.ts';
import type { Quoted } from '../quote.ts';

/**
 * Pauses a service exactly as a quote showed: what was invoiced ahead is taken back, and paid time stands still, is given back or passes. Needs
 * a transaction that sees everything. `by` null: staff. Errors: `not_found`, `pause_stale`, `wrong_state` with the reason.
 */
export async function pause(
  tx: Tx,
  { quote, by, ...key }: ServiceKey & { quote: string; by: Id<'person'> | null },
): Promise<void> {
  const actor = by ? 'client' : 'staff';
  const quoted = openQuote(tx.vault, key, actor, quote);
  if (!quoted) throw new Problem(notFound);
  const service = await lockService(tx, key.organization, key.service);
  const priced = await asQuoted(tx, service, quoted, actor);
  await takeBackAhead(tx, service, 'The service has been paused.');
  await forgetUnpaidPeriod(tx, key);
  const credit = priced.givenUp ? await giveBack(tx, priced.givenUp, 'order_change') : 0n;
  await pauseService(tx, { ...key, pause: priced.pause, by, credit });
  const { on, unused } = priced.pause;
  if (unused === 'extend' && on <= todayOf(service, tx.now)) await pauseDeferrals(tx, service.id, on);
}

/** Computes anew as of the instant it was shown: whatever moved since makes it stale. */
async function asQuoted(
  tx: Tx,
  service: Parameters<typeof pricePause>[1]['service'],
  { asked, at: shownAt, version, digest }: Quoted,
  actor: 'client' | 'staff',
): Promise<PricedPause> {
  const at = new Date(shownAt);
  const stale = (why: string): never => {
    throw new Problem(pauseStale, { facts: { why } });
  };
  const sameDay = todayOf(service, at) === todayOf(service, tx.now);
  // Whoever was quicker with the same is told so rather than that it is old.
  const priced = await pricePause(tx.db, { service, asked, at, actor });
  if (!sameDay || tx.now >= expiryOf({ at: shownAt })) return stale('expired');
  if (service.version !== version) return stale('service_changed');
  return digestOf(priced.shown as Json) === digest ? priced : stale('sum_changed');
}
