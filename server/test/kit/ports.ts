import type { Clock } from '../../kernel/clock.ts';
import type { Mail, Ports } from '../../kernel/ports.ts';
import { guarded } from '../../kernel/db/network-guard.ts';
import { testGateway } from './sandbox-gateway.ts';
import type { TestGateway } from './sandbox-gateway.ts';

/** Adapters of the sandbox kind, with what a test wants to look at afterwards. */
export interface TestPorts extends Ports {
  sent: Mail[];
  sandbox: TestGateway;
}

export function testPorts(clock: Clock): TestPorts {
  const sent: Mail[] = [];
  const sandbox = testGateway(clock);
  return {
    sent,
    sandbox,
    gateways: new Map([['sandbox', sandbox.gateway]]),
    mail: guarded('mail', {
      delivers: true,
      async send(mail: Mail) {
        sent.push(mail);
      },
    }),
  };
}
