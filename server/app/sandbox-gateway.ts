import type { Logger } from 'pino';
import { sandboxDriver } from '../adapters/gateways/sandbox/client.ts';
import { deliverBy } from '../adapters/gateways/sandbox/gateway/delivery.ts';
import { fetchFrom } from '../adapters/gateways/sandbox/gateway/in-process.ts';
import { keepFlushing, registerSandboxGateway } from '../adapters/gateways/sandbox/gateway/register.ts';
import type { SandboxGateway as Mounted } from '../adapters/gateways/sandbox/gateway/register.ts';
import { postgresStore } from '../adapters/gateways/sandbox/gateway/store-postgres.ts';
import { brand } from '../kernel/brand.ts';
import type { Clock } from '../kernel/clock.ts';
import { guarded } from '../kernel/db/network-guard.ts';
import { readSetting } from '../kernel/settings.ts';
import { assert } from '../kernel/values/errors.ts';
import type { Gateway } from '../modules/payments/gateway.ts';
import type { Clientarea } from './compose.ts';
import type { DataFolder } from './data-folder.ts';
import { keptSecret } from './data-folder.ts';

const prefix = '/sandbox';
const flushEveryMilliseconds = 500;

export interface SandboxGateway {
  gateway: Gateway;
  /** Puts its API and pages under `/sandbox`, beside ours. It delivers when it is flushed. */
  mount(clientarea: Clientarea, clock: Clock, publicUrl: URL): Promise<Mounted>;
  /** The same gateway with the same payments, to be mounted beside another Clientarea on this database. */
  another(): SandboxGateway;
}

/** The gateway that moves no money, living in this process and spoken to like any other. */
export async function sandboxGateway(folder: DataFolder): Promise<SandboxGateway> {
  const apiKey = (await keptSecret(folder, 'sandbox-gateway-key')).toString('base64url');
  const secret = (await keptSecret(folder, 'sandbox-gateway-webhooks')).toString('base64url');
  return knownBy(apiKey, secret);
}

function knownBy(apiKey: string, secret: string): SandboxGateway {
  let mounted: Clientarea | null = null;
  const inProcess = fetchFrom(() => {
    assert(mounted, 'the sandbox is mounted before it is used');
    return mounted.http;
  });
  const gateway = sandboxDriver.connect(
    { baseUrl: `http://localhost${prefix}`, apiKey, webhookSecrets: [secret] },
    { fetch: inProcess },
  );
  return {
    gateway: guarded('the sandbox gateway', gateway),
    another: () => knownBy(apiKey, secret),
    async mount(clientarea, clock, publicUrl) {
      mounted = clientarea;
      const { value } = await clientarea.system('sandbox').read((db) => readSetting(db, brand));
      return registerSandboxGateway(clientarea.http, {
        store: await postgresStore(clientarea.pool),
        clock,
        deliver: deliverBy(inProcess),
        webhookUrl: 'http://localhost/api/webhooks/payments/sandbox',
        apiKey,
        secret,
        publicUrl: () => publicUrl.origin + prefix,
        merchantName: value.name,
        prefix,
      });
    },
  };
}

/** Delivers its webhooks until the returned function is called. */
export function keepDelivering(mounted: Mounted, log: Logger): () => void {
  return keepFlushing(mounted, flushEveryMilliseconds, (error) =>
    log.warn({ error: (error as Error).message }, 'the sandbox gateway could not deliver; it tries again'),
  );
}
