import type { Tx } from '../../../kernel/db/tx.ts';
import { findService } from '../../services/index.ts';
import type { ServiceKey } from '../../services/index.ts';
import type { UsageAlerts } from '../contract.ts';
import { alertsChanged } from '../events.ts';
import { readAlerts } from '../queries/alerts.ts';

/** From now on the client of a service is told at these percents of what is included; at none, never. Errors: `not_found`. */
export async function setAlerts(
  tx: Tx,
  { organization, service, percents }: ServiceKey & { percents: readonly number[] },
): Promise<UsageAlerts> {
  await findService(tx.db, organization, service);
  const sorted = [...new Set(percents)].toSorted((a, b) => a - b);
  await tx.db
    .insertInto('usage.alerts')
    .values({ organization_id: organization, service_id: service, percents: sorted })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'service_id'])
        .doUpdateSet((eb) => ({ percents: sorted, version: eb('usage.alerts.version', '+', 1) })),
    )
    .execute();
  tx.emit(alertsChanged, {
    organizationId: organization,
    subject: { kind: 'service', id: service },
    data: { percents: sorted },
  });
  return readAlerts(tx.db, { organization, service });
}
