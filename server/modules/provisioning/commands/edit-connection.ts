import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findVendor, secretsOf } from '../connect.ts';
import { codeTaken, unknownProvisioner } from '../contract.ts';
import { connectionAdded, connectionChanged } from '../events.ts';
import type { ProvisionersPort } from '../port.ts';
import { parseConfiguration, vendorUnavailable, type ProvisionerDriver } from '../provisioner.ts';

type Configuration = Record<string, unknown>;

/** Errors: `unknown_provisioner`, `code_taken`, `invalid_input` naming fields of the configuration. */
export async function addConnection(
  tx: Tx,
  port: ProvisionersPort,
  input: { code: string; name: string; provisioner: string; configuration: Configuration },
): Promise<Id<'connection'>> {
  const driver = driverOf(port, input.provisioner);
  const id = tx.newId<'connection'>();
  const added = await tx.db
    .insertInto('provisioning.connections')
    .values({
      id,
      code: input.code,
      name: input.name,
      provisioner: input.provisioner,
      ...stored(tx, driver, id, input.configuration),
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem(codeTaken);
  const data = { provisioner: input.provisioner };
  tx.emit(connectionAdded, { organizationId: null, subject: { kind: 'connection', id }, data });
  return id;
}

/** A secret field that is left out stays, unless the address changes. Errors: `not_found`, `changed_meanwhile`, `invalid_input` naming fields of the configuration. */
export async function changeConnection(
  tx: Tx,
  port: ProvisionersPort,
  id: Id<'connection'>,
  version: number,
  change: { name?: string; configuration?: Configuration; archived?: boolean },
): Promise<void> {
  const row = await tx.db
    .selectFrom('provisioning.connections')
    .select(['provisioner', 'configuration', 'secrets', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (row.version !== version) throw new Problem(changedMeanwhile);
  const { name, configuration, archived } = change;
  const before = row.configuration as Configuration;
  // Secrets do not follow to another address: who may change it need not be who knows them.
  const sameAddress = !configuration || configuration.url === before.url;
  const kept = sameAddress ? (JSON.parse(tx.vault.open(secretsOf(id), row.secrets)) as Configuration) : {};
  await tx.db
    .updateTable('provisioning.connections')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(archived === undefined ? {} : { archived_at: archived ? tx.now : null }),
      ...(configuration
        ? stored(tx, driverOf(port, row.provisioner), id, { ...kept, ...configuration })
        : {}),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  tx.emit(connectionChanged, {
    organizationId: null,
    subject: { kind: 'connection', id },
    data: { fields: Object.keys(change) },
  });
}

/** Asks the vendor for its plans, which also shows that it can be reached. Null when it has no list. Errors: `vendor_unavailable`, `not_found`. */
export async function askForPlans(ctx: Ctx, id: Id<'connection'>) {
  const vendor = await ctx.read(async (db) => {
    const row = await db
      .selectFrom('provisioning.connections')
      .select(['provisioner', 'code'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new Problem(notFound);
    return findVendor(ctx, db, { provisioner: row.provisioner, connection: row.code });
  });
  if (!vendor) throw new Problem(vendorUnavailable);
  const plans = vendor.catalog ? await vendor.catalog(ctx.clock.now()) : null;
  return (
    plans && plans.map(({ id: plan, name, description, free }) => ({ id: plan, name, description, free }))
  );
}

function driverOf({ drivers }: ProvisionersPort, name: string): ProvisionerDriver {
  const driver = drivers.get(name);
  if (!driver) throw new Problem(unknownProvisioner);
  return driver;
}

/** The columns a configuration becomes: what may be read, and what is sealed. */
function stored(tx: Tx, driver: ProvisionerDriver, id: string, given: Configuration) {
  parseConfiguration(driver, given);
  const secret = ([field]: [string, unknown]) => driver.secretFields.includes(field);
  const entries = Object.entries(given);
  const secrets = Object.fromEntries(entries.filter(secret));
  const open = Object.fromEntries(entries.filter((entry) => !secret(entry)));
  return {
    configuration: JSON.stringify(open),
    secrets: tx.vault.seal(secretsOf(id), JSON.stringify(secrets)),
  };
}
