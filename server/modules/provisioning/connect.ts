import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import { guarded } from '../../kernel/db/network-guard.ts';
import type { ProvisionersPort } from './port.ts';
import type { Provisioner, ProvisionerDriver } from './provisioner.ts';

/** Connected vendors with their catalogs in memory, until their settings change. */
const connected = new WeakMap<ProvisionersPort, Map<string, { version: number; vendor: Provisioner }>>();

/**
 * The vendor behind a service. Null when its driver is not in this product, or when it needs a connection and that is missing,
 * archived or broken.
 */
export async function findVendor(
  ctx: Pick<Ctx, 'ports' | 'vault'>,
  db: Db,
  { provisioner, connection }: { provisioner: string; connection: string | null },
): Promise<Provisioner | null> {
  const port = ctx.ports.provisioners;
  const driver = port.drivers.get(provisioner);
  if (!driver) return null;
  if (connection === null) return connect(port, driver, `${provisioner}`, 0, {});
  const row = await db
    .selectFrom('provisioning.connections')
    .select(['id', 'configuration', 'secrets', 'version'])
    .where('code', '=', connection)
    .where('provisioner', '=', provisioner)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const secrets = JSON.parse(ctx.vault.open(secretsOf(row.id), row.secrets)) as object;
  return connect(port, driver, row.id, row.version, { ...(row.configuration as object), ...secrets });
}

export const secretsOf = (connection: string) => `provisioning.connections:${connection}`;

function connect(
  port: ProvisionersPort,
  driver: ProvisionerDriver,
  id: string,
  version: number,
  configuration: object,
): Provisioner | null {
  const vendors = connected.get(port) ?? new Map<string, { version: number; vendor: Provisioner }>();
  connected.set(port, vendors);
  const known = vendors.get(id);
  if (known?.version === version) return known.vendor;
  const parsed = driver.configuration.safeParse(configuration);
  if (!parsed.success) return null;
  const vendor = guarded(`provisioner ${driver.name}`, driver.connect(parsed.data, port.world));
  vendors.set(id, { version, vendor });
  return vendor;
}
