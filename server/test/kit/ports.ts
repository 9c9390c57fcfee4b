import type { Clock } from '../../kernel/clock.ts';
import type { Mail, Ports } from '../../kernel/ports.ts';
import { guarded } from '../../kernel/db/network-guard.ts';

/** Adapters of the sandbox kind, with what a test wants to look at afterwards. */
export interface TestPorts extends Ports {
  sent: Mail[];
}

export function testPorts(_clock: Clock): TestPorts {
  const sent: Mail[] = [];
  return {
    sent,
    mail: guarded('mail', {
      delivers: true,
      async send(mail: Mail) {
        sent.push(mail);
      },
    }),
  };
}
