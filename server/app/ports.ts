import { hostname } from 'node:os';
import { mmdbCountries } from '../adapters/countries/mmdb/mmdb.ts';
import { createTypstRenderer } from '../adapters/documents/typst/renderer.ts';
import { localFiles } from '../adapters/files/local/local.ts';
import { outboxMail } from '../adapters/mail/outbox/outbox.ts';
import { smtpMail } from '../adapters/mail/smtp/smtp.ts';
import { imapMailboxes } from '../adapters/mailboxes/imap/imap.ts';
import { dnsNames } from '../adapters/names/dns/dns.ts';
import { clamdScanner } from '../adapters/scanners/clamd/clamd.ts';
import { licenseKeys } from '../adapters/provisioners/license-key/license-key.ts';
import { manual } from '../adapters/provisioners/manual/manual.ts';
import { osb } from '../adapters/provisioners/osb/osb.ts';
import { sandbox as sandboxProvisioner } from '../adapters/provisioners/sandbox/sandbox.ts';
import { webhook } from '../adapters/provisioners/webhook/webhook.ts';
import { noTexting } from '../adapters/texting/off/off.ts';
import { sandboxTexting } from '../adapters/texting/sandbox/sandbox.ts';
import { guarded } from '../kernel/db/network-guard.ts';
import { outgoingFetch } from '../kernel/outgoing/fetch.ts';
import type { Ports } from '../kernel/ports.ts';
import type { Gateway } from '../modules/payments/gateway.ts';
import type { ProvisionerDriver } from '../modules/provisioning/provisioner.ts';
import { isThisMachine } from './config.ts';
import type { Config } from './config.ts';
import type { DataFolder } from './data-folder.ts';

const texting = { off: noTexting, sandbox: sandboxTexting };
const drivers: readonly ProvisionerDriver[] = [licenseKeys, manual, osb, sandboxProvisioner, webhook];

/** Every way to the outside world that this installation has, each refusing to be used while a transaction is open. */
export function openPorts(
  config: Config,
  folder: DataFolder,
  gateways: ReadonlyMap<string, Gateway>,
): { ports: Ports; close(): Promise<void> } {
  const documents = createTypstRenderer();
  const outgoing = outgoingFetch({ networks: config.outgoingNetworks });
  const mail = config.smtp
    ? smtpMail({
        url: config.smtp,
        from: config.mailFrom,
        hostname: config.publicUrl.hostname || hostname(),
        requireTls: !isThisMachine(config.smtp.hostname),
      })
    : outboxMail();
  return {
    ports: {
      countries: mmdbCountries(config.countries),
      mail: guarded('mail', mail),
      outgoing,
      scanner: config.clamd && guarded('scanner', clamdScanner(config.clamd)),
      texting: guarded('texting', texting[config.texting]()),
      documents: guarded('documents', documents),
      files: guarded('files', localFiles(folder.files)),
      gateways,
      mailboxes: guarded('mailboxes', imapMailboxes({ networks: config.outgoingNetworks })),
      names: guarded('names', dnsNames(config.nameServers)),
      provisioners: {
        drivers: new Map(drivers.map((driver) => [driver.name, driver])),
        world: { fetch: outgoing },
      },
    },
    close: () => documents.close(),
  };
}
