import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mmdbCountries } from '../../adapters/countries/mmdb/mmdb.ts';
import { createTypstRenderer } from '../../adapters/documents/typst/renderer.ts';
import { localFiles } from '../../adapters/files/local/local.ts';
import { memoryMailboxes } from '../../adapters/mailboxes/test/memory.ts';
import type { MemoryMailboxes } from '../../adapters/mailboxes/test/memory.ts';
import { licenseKeys } from '../../adapters/provisioners/license-key/license-key.ts';
import { manual } from '../../adapters/provisioners/manual/manual.ts';
import { osb } from '../../adapters/provisioners/osb/osb.ts';
import { sandbox as sandboxProvisioner } from '../../adapters/provisioners/sandbox/sandbox.ts';
import { webhook } from '../../adapters/provisioners/webhook/webhook.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { ScannerPort } from '../../kernel/malware.ts';
import type { Mail, Ports, Text } from '../../kernel/ports.ts';
import { textChannels } from '../../kernel/texting.ts';
import type { TextChannel } from '../../kernel/texting.ts';
import { guarded } from '../../kernel/db/network-guard.ts';
import { outgoingFetch } from '../../kernel/outgoing/fetch.ts';
import { readNetworks } from '../../kernel/outgoing/networks.ts';
import type { ProvisionerDriver } from '../../modules/provisioning/provisioner.ts';
import { testGateway } from './sandbox-gateway.ts';
import type { TestGateway } from './sandbox-gateway.ts';

/** Adapters of the sandbox kind, with what a test wants to look at afterwards. */
export interface TestPorts extends Ports {
  sent: Mail[];
  texts: Text[];
  /** A test may take ways away. */
  texting: Ports['texting'] & { channels: readonly TextChannel[] };
  close(): Promise<void>;
  sandbox: TestGateway;
  /** TXT records by name; a name with an `Error` is one nobody could tell about. */
  records: Map<string, string[] | Error>;
  /** Mailboxes by username; a test puts mails in. */
  mailboxes: MemoryMailboxes;
  /** None, unless a test puts one there. */
  scanner: ScannerPort | null;
  /** A test may add a driver of its own. */
  provisioners: { drivers: Map<string, ProvisionerDriver>; world: { fetch: typeof fetch } };
}

export function testPorts(clock: Clock): TestPorts {
  const sent: Mail[] = [];
  const texts: Text[] = [];
  const sandbox = testGateway(clock);
  const records: TestPorts['records'] = new Map();
  const documents = createTypstRenderer();
  const outgoing = outgoingFetch({ networks: readNetworks('127.0.0.0/8, ::1') });
  const folder = mkdtempSync(join(tmpdir(), 'clientarea-files-'));
  return {
    sent,
    texts,
    async close() {
      await documents.close();
      rmSync(folder, { recursive: true });
    },
    sandbox,
    outgoing,
    countries: mmdbCountries(null),
    records,
    mailboxes: guarded('mailboxes', memoryMailboxes()),
    names: guarded('names', {
      async texts(name) {
        const said = records.get(name) ?? [];
        if (said instanceof Error) throw said;
        return said;
      },
    }),
    scanner: null,
    documents: guarded('documents', documents),
    files: guarded('files', localFiles(folder)),
    gateways: new Map([['sandbox', sandbox.gateway]]),
    provisioners: {
      drivers: new Map(
        [sandboxProvisioner, manual, licenseKeys, webhook, osb].map((driver) => [driver.name, driver]),
      ),
      world: { fetch: outgoing },
    },
    texting: guarded('texting', {
      channels: textChannels,
      delivers: true,
      async send(text: Text) {
        texts.push(text);
      },
    }),
    mail: guarded('mail', {
      delivers: true,
      async send(mail: Mail) {
        sent.push(mail);
      },
    }),
  };
}
