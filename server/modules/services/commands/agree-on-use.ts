import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Json } from '../../../kernel/values/json.ts';
import { meteredIn } from '../../catalog/index.ts';
import type { Cycle } from '../domain/terms.ts';
import type { Service } from '../service.ts';

interface Agreed {
  from: CalendarDate;
  anchor: CalendarDate;
  cycle: Cycle;
  choices: Json;
  priceVersion: number | null;
}

/**
 * Writes down what use costs from a day on, for a service the transaction has locked: what is used before is billed as it was agreed then.
 * Nothing where use costs nothing, neither before nor from then on.
 */
export async function agreeOnUse(
  tx: Tx,
  service: Pick<Service, 'organization' | 'id' | 'currency' | 'choices'>,
  { from, anchor, cycle, choices, priceVersion }: Agreed,
): Promise<void> {
  const metered = meteredIn(choices);
  if (metered.length === 0 && meteredIn(service.choices).length === 0) return;
  const terms = {
    anchor_on: anchor,
    cycle,
    currency: service.currency,
    price_version: priceVersion,
    metered: JSON.stringify(metered),
  };
  await tx.db
    .insertInto('services.metered_terms')
    .values({ organization_id: service.organization, service_id: service.id, from_on: from, ...terms })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'service_id', 'from_on']).doUpdateSet(terms),
    )
    .execute();
}
