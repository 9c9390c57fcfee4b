import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { exchangeRateSet } from '../events.ts';
import { sameCurrency } from '../tax-contract.ts';
import type { rateBody } from '../tax-contract.ts';
import { taxTerms } from '../tax-settings.ts';

/** What a currency is worth in that of the books from a day on; said again for a day, the last word counts. Errors: `same_currency`. */
export async function setExchangeRate(
  tx: Tx,
  { currency, day, rate, source }: z.output<typeof rateBody>,
): Promise<void> {
  const { value: terms } = await readSetting(tx.db, taxTerms);
  if (currency === terms.accounting) throw new Problem(sameCurrency);
  await tx.db
    .insertInto('billing.exchange_rates')
    .values({ currency, accounting: terms.accounting, day, rate, source })
    .onConflict((conflict) =>
      conflict.columns(['currency', 'accounting', 'day']).doUpdateSet({ rate, source }),
    )
    .execute();
  tx.emit(exchangeRateSet, {
    organizationId: null,
    subject: { kind: 'currency', id: currency },
    data: { currency, accounting: terms.accounting, day, rate },
  });
}
