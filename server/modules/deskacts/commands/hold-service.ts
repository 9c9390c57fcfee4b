import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { liftSuspension, suspendService } from '../../services/index.ts';
import type { SuspensionReason } from '../../services/index.ts';
import { noteDeskAct } from '../../support/index.ts';
import { notOfTicket } from '../contract.ts';
import { readTicketOf } from '../queries/client-panel.ts';

interface Found {
  names: { id: string; en: string };
  held: string[];
}

async function serviceOf(tx: Tx, ticket: Id<'ticket'>, service: Id<'service'>) {
  const { organization } = await readTicketOf(tx.db, ticket);
  const { rows } = await sql<Found>`
    select names, suspended_for as held from services.services
    where organization_id = ${organization} and id = ${service} for update`.execute(tx.db);
  if (!rows[0]) throw new Problem(notOfTicket);
  return { key: { organization, service }, ...rows[0] };
}

/** As on the service's own page; held for that reason already, nothing changes. Errors: `not_found`, `not_of_ticket`, `wrong_state`. */
export async function suspendBeside(
  tx: Tx,
  ticket: Id<'ticket'>,
  asked: { serviceId: Id<'service'>; reason: SuspensionReason; note?: string | undefined },
): Promise<void> {
  const { key, names, held } = await serviceOf(tx, ticket, asked.serviceId);
  await suspendService(tx, { ...key, reason: asked.reason, ...(asked.note && { note: asked.note }) });
  if (held.includes(asked.reason)) return;
  await noteDeskAct(tx, ticket, { act: 'service_suspended', about: asked.serviceId, names });
}

/** Takes one reason away; without it nothing changes. Errors: `not_found`, `not_of_ticket`. */
export async function resumeBeside(
  tx: Tx,
  ticket: Id<'ticket'>,
  { serviceId, reason }: { serviceId: Id<'service'>; reason: SuspensionReason },
): Promise<void> {
  const { key, names, held } = await serviceOf(tx, ticket, serviceId);
  await liftSuspension(tx, { ...key, reason });
  if (!held.includes(reason)) return;
  await noteDeskAct(tx, ticket, { act: 'service_resumed', about: serviceId, names });
}
