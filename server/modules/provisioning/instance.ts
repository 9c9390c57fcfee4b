import { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Tables } from '../../kernel/db/types.ts';
import type { Selectable, Updateable } from 'kysely';
import type { EventKind } from '../../kernel/events/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { ServiceKey } from '../services/index.ts';
import type { LastOperation, Service } from './domain/service.ts';
import { observedStates, operationKinds, type DesiredState, type ObservedState } from './domain/states.ts';
import type { Instance, JsonObject } from './provisioner.ts';

/** What is asked of a vendor besides the state. */
export interface Shape {
  plan: string;
  parameters: JsonObject;
}

/** One service's technical side as stored, locked by the transaction that read it. */
export interface StoredInstance {
  key: ServiceKey;
  provisioner: string;
  connection: string | null;
  service: Service;
  wanted: Shape;
  sent: Shape | null;
  confirmed: Shape | null;
  wantedBy: Id<'person'> | null;
  remoteId: string | null;
  credentials: string | null;
  attention: string | null;
  busyUntil: Date | null;
  turn: number;
}

const answer = { nextAt: z.coerce.date() };
const deadline = z.coerce.date();
const lastOperation = z.object({
  key: z.string(),
  kind: z.enum(operationKinds),
  revision: z.int(),
  attempts: z.int(),
  from: z.enum(observedStates.all as [ObservedState, ...ObservedState[]]),
  cleansUp: z.int().nullable(),
  sentAt: z.coerce.date(),
  answer: z
    .discriminatedUnion('state', [
      z.object({ ...answer, state: z.literal('done') }),
      z.object({ ...answer, state: z.literal('needs_staff') }),
      z.object({ ...answer, state: z.literal('accepted'), token: z.string(), deadline }),
      z.object({ ...answer, state: z.literal('unknown'), token: z.string().nullable(), deadline }),
      z.object({
        ...answer,
        state: z.literal('failed'),
        class: z.enum(['retry', 'permanent', 'orphan']),
        code: z.string(),
      }),
    ])
    .nullable(),
});

/** Locks the instance of a service until the transaction ends; null when the service never got one. */
export async function lockInstance(
  tx: Tx,
  { organization, service }: ServiceKey,
): Promise<StoredInstance | null> {
  const row = await tx.db
    .selectFrom('provisioning.instances')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('service_id', '=', service)
    .forUpdate()
    .executeTakeFirst();
  return row ? storedInstance(row) : null;
}

export function storedInstance(row: Selectable<Tables['provisioning.instances']>): StoredInstance {
  return {
    key: {
      organization: row.organization_id as Id<'organization'>,
      service: row.service_id as Id<'service'>,
    },
    provisioner: row.provisioner,
    connection: row.connection,
    service: {
      desired: { state: row.desired_state as DesiredState, revision: row.desired_revision },
      observed: { state: row.observed_state as ObservedState, revision: row.observed_revision },
      last: readLastOperation(row.last_operation),
    },
    wanted: row.wanted as unknown as Shape,
    sent: row.sent as unknown as Shape | null,
    confirmed: row.confirmed as unknown as Shape | null,
    wantedBy: row.wanted_by as Id<'person'> | null,
    remoteId: row.remote_id,
    credentials: row.credentials,
    attention: row.attention,
    busyUntil: row.busy_until,
    turn: row.turn,
  };
}

export function readLastOperation(stored: unknown): LastOperation | null {
  return stored === null ? null : lastOperation.parse(stored);
}

type Columns = Updateable<Tables['provisioning.instances']>;

/** Writes what changed of an instance the transaction has locked. */
export async function saveInstance(
  tx: Tx,
  { key }: Pick<StoredInstance, 'key'>,
  service: Service,
  more: Columns = {},
): Promise<void> {
  await tx.db
    .updateTable('provisioning.instances')
    .set({
      desired_state: service.desired.state,
      desired_revision: service.desired.revision,
      observed_state: service.observed.state,
      observed_revision: service.observed.revision,
      last_operation: service.last && JSON.stringify(service.last),
      ...more,
    })
    .where('organization_id', '=', key.organization)
    .where('service_id', '=', key.service)
    .execute();
}

/** The instance as a vendor is to know it, for the operation that was recorded last or for a look. */
export function instanceFor(
  { key, remoteId, wanted, sent, confirmed }: StoredInstance,
  last: Pick<LastOperation, 'kind' | 'cleansUp'> | null,
): Instance {
  const asks = last?.kind === 'provision' || last?.kind === 'update' || last?.cleansUp != null;
  const shape = (asks ? sent : (confirmed ?? sent)) ?? wanted;
  return { id: key.service, organizationId: key.organization, remoteId, ...shape };
}

export const credentialsOf = (service: string) => `provisioning.instances:${service}`;

/** A fact of the service's life: it stands in the service's timeline. */
export function emitAbout<Data extends { serviceId: string }>(
  tx: Tx,
  { organization, service }: ServiceKey,
  event: EventKind<string, Data>,
  data: Omit<Data, 'serviceId'>,
): void {
  tx.emit(event, {
    organizationId: organization,
    subject: { kind: 'service', id: service },
    data: { ...data, serviceId: service } as unknown as Data,
  });
}
