import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Json } from '../../../kernel/values/json.ts';
import { lockService } from '../../services/index.ts';
import type { ServiceKey } from '../../services/index.ts';
import { quoteStale } from '../change-contract.ts';
import { digestOf, expiryOf } from '../change-quote.ts';
import type { Quoted } from '../change-quote.ts';
import { shownOf, withQuote } from '../preview-change.ts';
import { priceChange, readChangeSettings } from '../price-change.ts';
import type { PricedChange } from '../price-change.ts';

/**
 * Locks the service and computes anew as of the instant it was shown: whatever moved since, the service, prices, taxes or the policy, makes it
 * stale. `quoted` null: nothing was shown. Errors: `quote_stale` with what it is now, those of `priceChange`.
 */
export async function asQuoted(
  tx: Tx,
  key: ServiceKey,
  quoted: Quoted | null,
  { limit, actor }: { limit: Membership['limit']; actor: 'client' | 'staff' },
): Promise<PricedChange> {
  const [service, settings] = await Promise.all([
    lockService(tx, key.organization, key.service),
    readChangeSettings(tx.db),
  ]);
  const asked = quoted?.asked ?? ({ what: 'end' } as const);
  const price = (at: Date) => priceChange(tx.db, { service, settings, asked, at, pricesAt: tx.now, actor });
  const expired = !quoted || tx.now >= expiryOf(quoted);
  if (!expired && service.version === quoted.version) {
    const priced = await price(new Date(quoted.at));
    if (digestOf(shownOf(priced, limit) as Json) === quoted.digest) return priced;
  }
  const why = expired ? 'expired' : service.version === quoted.version ? 'price_changed' : 'service_changed';
  const anew = await price(tx.now);
  const { quote, total, credit } = withQuote(tx.vault, shownOf(anew, limit), { service, asked, at: tx.now });
  throw new Problem(quoteStale, {
    facts: { why, quote, total: total.amount, credit: credit.amount, currency: total.currency },
  });
}
