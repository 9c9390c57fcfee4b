import { z } from 'zod';
import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Connection, Driver } from '../contract.ts';
import type { ProvisionersPort } from '../port.ts';

/** The kinds of connection this product has, with what each wants to know. */
export function listDrivers({ drivers }: ProvisionersPort): Driver[] {
  return [...drivers.values()].map(({ name, label, configuration, secretFields }) => ({
    name,
    label: { ...label },
    configurable: !configuration.safeParse({}).success,
    schema: z.toJSONSchema(configuration, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>,
    secretFields: [...secretFields],
  }));
}

/** Every connection, those in use first. There are a handful of them. */
export async function listConnections(db: Db): Promise<Connection[]> {
  const rows = await select(db).orderBy('c.archived_at', 'desc').orderBy('c.code').limit(500).execute();
  return rows.map(connectionOf);
}

/** Errors: `not_found`. */
export async function findConnection(db: Db, connection: Id<'connection'>): Promise<Connection> {
  const row = await select(db).where('c.id', '=', connection).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return connectionOf(row);
}

function select(db: Db) {
  return db
    .selectFrom('provisioning.connections as c')
    .select(['c.id', 'c.code', 'c.name', 'c.provisioner', 'c.configuration', 'c.archived_at', 'c.version'])
    .select(
      sql<number>`(select count(*)::int from provisioning.instances i
        where i.connection = c.code and i.desired_state <> 'absent')`.as('services'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function connectionOf({ archived_at, configuration, ...same }: Row): Connection {
  return {
    ...same,
    configuration: configuration as Connection['configuration'],
    archived: archived_at !== null,
  };
}
