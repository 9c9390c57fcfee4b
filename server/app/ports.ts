import { hostname } from 'node:os';
import { createTypstRenderer } from '../adapters/documents/typst/renderer.ts';
import { localFiles } from '../adapters/files/local/local.ts';
import { outboxMail } from '../adapters/mail/outbox/outbox.ts';
import { smtpMail } from '../adapters/mail/smtp/smtp.ts';
import { licenseKeys } from '../adapters/provisioners/license-key/license-key.ts';
import { manual } from '../adapters/provisioners/manual/manual.ts';
import { osb } from '../adapters/provisioners/osb/osb.ts';
import { sandbox as sandboxProvisioner } from '../adapters/provisioners/sandbox/sandbox.ts';
import { webhook } from '../adapters/provisioners/webhook/webhook.ts';
import { guarded } from '../kernel/db/network-guard.ts';
import type { Ports } from '../kernel/ports.ts';
import type { Gateway } from '../modules/payments/gateway.ts';
import type { ProvisionerDriver } from '../modules/provisioning/provisioner.ts';
import type { Config } from './config.ts';
import type { DataFolder } from './data-folder.ts';
import { outboundFetch } from './outbound.ts';

const drivers: readonly ProvisionerDriver[] = [licenseKeys, manual, osb, sandboxProvisioner, webhook];

/** Every way to the outside world that this installation has, each refusing to be used while a transaction is open. */
export function openPorts(
  config: Config,
  folder: DataFolder,
  gateways: ReadonlyMap<string, Gateway>,
): { ports: Ports; close(): Promise<void> } {
  const documents = createTypstRenderer();
  const mail = config.smtp
    ? smtpMail({
        url: config.smtp,
        from: config.mailFrom,
        hostname: config.publicUrl.hostname || hostname(),
      })
    : outboxMail();
  return {
    ports: {
      mail: guarded('mail', mail),
      documents: guarded('documents', documents),
      files: guarded('files', localFiles(folder.files)),
      gateways,
      provisioners: {
        drivers: new Map(drivers.map((driver) => [driver.name, driver])),
        world: { fetch: outboundFetch(config.production) },
      },
    },
    close: () => documents.close(),
  };
}
