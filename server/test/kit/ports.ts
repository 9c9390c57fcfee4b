import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTypstRenderer } from '../../adapters/documents/typst/renderer.ts';
import { localFiles } from '../../adapters/files/local/local.ts';
import { licenseKeys } from '../../adapters/provisioners/license-key/license-key.ts';
import { manual } from '../../adapters/provisioners/manual/manual.ts';
import { osb } from '../../adapters/provisioners/osb/osb.ts';
import { sandbox as sandboxProvisioner } from '../../adapters/provisioners/sandbox/sandbox.ts';
import { webhook } from '../../adapters/provisioners/webhook/webhook.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Mail, Ports } from '../../kernel/ports.ts';
import { guarded } from '../../kernel/db/network-guard.ts';
import type { ProvisionerDriver } from '../../modules/provisioning/provisioner.ts';
import { testGateway } from './sandbox-gateway.ts';
import type { TestGateway } from './sandbox-gateway.ts';

/** Adapters of the sandbox kind, with what a test wants to look at afterwards. */
export interface TestPorts extends Ports {
  sent: Mail[];
  close(): Promise<void>;
  sandbox: TestGateway;
  /** A test may add a driver of its own. */
  provisioners: { drivers: Map<string, ProvisionerDriver>; world: { fetch: typeof fetch } };
}

export function testPorts(clock: Clock): TestPorts {
  const sent: Mail[] = [];
  const sandbox = testGateway(clock);
  const documents = createTypstRenderer();
  const folder = mkdtempSync(join(tmpdir(), 'clientarea-files-'));
  return {
    sent,
    async close() {
      await documents.close();
      rmSync(folder, { recursive: true });
    },
    sandbox,
    documents: guarded('documents', documents),
    files: guarded('files', localFiles(folder)),
    gateways: new Map([['sandbox', sandbox.gateway]]),
    provisioners: {
      drivers: new Map(
        [sandboxProvisioner, manual, licenseKeys, webhook, osb].map((driver) => [driver.name, driver]),
      ),
      world: { fetch },
    },
    mail: guarded('mail', {
      delivers: true,
      async send(mail: Mail) {
        sent.push(mail);
      },
    }),
  };
}
