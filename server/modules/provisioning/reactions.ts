import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { on } from '../../kernel/events/reactions.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersWhoMay, findOrganization } from '../organizations/index.ts';
import {
  findService,
  pauseOver,
  serviceActivated,
  serviceCanceled,
  serviceChanged,
  servicePaused,
  serviceResumed,
  serviceSuspended,
} from '../services/index.ts';
import { followService } from './commands/follow-service.ts';
import { provisioningFailed, serviceProvisioned } from './events.ts';
import { serviceDelayed, serviceReady } from './messages.ts';
import { readSecrets } from './permissions.ts';

export const reactions = [
  on(serviceActivated, 'provisioning.follow-activation', followService),
  on(serviceSuspended, 'provisioning.follow-suspension', followService),
  on(serviceResumed, 'provisioning.follow-resumption', followService),
  on(servicePaused, 'provisioning.follow-pause', followService),
  on(pauseOver, 'provisioning.follow-end-of-pause', followService),
  on(serviceChanged, 'provisioning.follow-change', followService),
  on(serviceCanceled, 'provisioning.follow-end', followService),
  on(serviceProvisioned, 'provisioning.tell-that-it-is-ready', (tx, fact) => tell(tx, fact, serviceReady)),
  on(provisioningFailed, 'provisioning.tell-of-delay', async (tx, fact) => {
    if (fact.data.kind === 'provision' && !fact.data.willRetry) await tell(tx, fact, serviceDelayed);
  }),
];

async function tell(
  tx: Tx,
  fact: Fact,
  message: MessageKind<{ names: { id: string; en: string }; path: string }>,
): Promise<void> {
  const organization = fact.organizationId!;
  const [service, { slug }, people] = await Promise.all([
    findService(tx.db, organization, fact.subject.id as Id<'service'>),
    findOrganization(tx.db, organization),
    findMembersWhoMay(tx.db, organization, readSecrets, fact.subject.id),
  ]);
  const names = service.label ? { id: service.label, en: service.label } : service.names;
  const data = { names, path: `/o/${slug}/services/${service.id}` };
  for (const person of people) {
    // Once in a service's life, however often it is tried.
    const occurrence = `${message.name}:${service.id}`;
    tx.tell(message, { to: { person }, organizationId: organization, occurrence, data });
  }
}
