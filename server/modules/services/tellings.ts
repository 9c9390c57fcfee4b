import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { on } from '../../kernel/events/reactions.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersWhoMay, findOrganization } from '../organizations/index.ts';
import type { SuspensionReason } from './domain/service-states.ts';
import {
  pauseEnding,
  pauseOver,
  pausePlanned,
  serviceCancelScheduled,
  serviceCanceled,
  servicePaused,
  serviceResumed,
  serviceSuspended,
  serviceTermEnding,
  serviceTermLeft,
} from './events.ts';
import * as messages from './messages.ts';
import * as pauseMessages from './pause-messages.ts';
import * as termMessages from './term-messages.ts';
import { changeServices } from './permissions.ts';
import { findService } from './service.ts';

/** Tells those who look after a service what became of it. */
export const tellings = [
  on(serviceSuspended, 'services.tell-of-suspension', (tx, fact) =>
    tell(tx, fact, messages.suspended, { reason: fact.data.reason as SuspensionReason }),
  ),
  on(serviceResumed, 'services.tell-of-resumption', (tx, fact) => tell(tx, fact, messages.resumed, {})),
  on(serviceCancelScheduled, 'services.tell-of-scheduled-end', (tx, fact) =>
    tell(tx, fact, messages.cancelScheduled, { on: fact.data.on }),
  ),
  on(pausePlanned, 'services.tell-of-planned-pause', (tx, fact) =>
    tell(tx, fact, pauseMessages.planned, fact.data),
  ),
  on(servicePaused, 'services.tell-of-pause', (tx, fact) => tell(tx, fact, pauseMessages.paused, fact.data)),
  on(pauseEnding, 'services.tell-of-ending-pause', (tx, fact) =>
    tell(tx, fact, pauseMessages.ending, fact.data),
  ),
  on(pauseOver, 'services.tell-of-end-of-pause', (tx, fact) => tell(tx, fact, pauseMessages.over, fact.data)),
  on(serviceTermLeft, 'services.tell-of-left-term', (tx, fact) =>
    tell(tx, fact, termMessages.termLeft, { on: fact.data.on }),
  ),
  on(serviceTermEnding, 'services.tell-of-ending-term', (tx, fact) =>
    tell(tx, fact, termMessages.termEnding, fact.data),
  ),
  on(serviceCanceled, 'services.tell-of-end', async (tx, fact) => {
    // Who did not go through with an order is told so by the order.
    if (fact.data.reason !== 'order_canceled') await tell(tx, fact, messages.canceled, {});
  }),
];

async function tell<More extends object>(
  tx: Tx,
  fact: Fact,
  message: MessageKind<{ names: { id: string; en: string }; path: string } & More>,
  more: More,
): Promise<void> {
  const organization = fact.organizationId!;
  const [service, { slug }, people] = await Promise.all([
    findService(tx.db, organization, fact.subject.id as Id<'service'>),
    findOrganization(tx.db, organization),
    findMembersWhoMay(tx.db, organization, changeServices, fact.subject.id),
  ]);
  const names = service.label ? { id: service.label, en: service.label } : service.names;
  const data = { ...more, names, path: `/o/${slug}/services/${service.id}` };
  for (const person of people) {
    tx.tell(message, { to: { person }, organizationId: organization, occurrence: fact.id, data });
  }
}
