import type { Db } from '../../kernel/db/types.ts';
import type { ServiceKey } from './service.ts';

/** Whether anything was ever agreed on use of a service. */
export async function isOrWasMetered(db: Db, { organization, service }: ServiceKey): Promise<boolean> {
  const row = await db
    .selectFrom('services.metered_terms')
    .select('service_id')
    .where('organization_id', '=', organization)
    .where('service_id', '=', service)
    .limit(1)
    .executeTakeFirst();
  return !!row;
}
