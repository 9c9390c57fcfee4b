import type { Db } from '../../../kernel/db/types.ts';
import type { ServiceKey } from '../../services/index.ts';
import type { UsageAlerts } from '../contract.ts';

const usual = [80, 100];

/** From which percent of what is included the client of a service is told. */
export async function readAlerts(db: Db, { organization, service }: ServiceKey): Promise<UsageAlerts> {
  const row = await db
    .selectFrom('usage.alerts')
    .select(['percents', 'version'])
    .where('organization_id', '=', organization)
    .where('service_id', '=', service)
    .executeTakeFirst();
  return row ?? { percents: usual, version: 0 };
}
