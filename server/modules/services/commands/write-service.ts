import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { Tables } from '../../../kernel/db/types.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { EventKind } from '../../../kernel/events/define.ts';
import type { Service } from '../service.ts';

type Change = Omit<Updateable<Tables['services.services']>, 'version' | 'organization_id' | 'id'>;

/** Writes to a service the transaction has locked. */
export async function writeService(tx: Tx, service: Service, change: Change): Promise<void> {
  await tx.db
    .updateTable('services.services')
    .set({ ...change, version: sql`version + 1` })
    .where('organization_id', '=', service.organization)
    .where('id', '=', service.id)
    .execute();
}

export function emitAbout<Data>(
  tx: Tx,
  { organization, id }: Pick<Service, 'organization' | 'id'>,
  event: EventKind<string, Data>,
  data: Data,
): void {
  tx.emit(event, { organizationId: organization, subject: { kind: 'service', id }, data });
}
