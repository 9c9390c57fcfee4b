import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { claimDueServices, startPeriods } from '../../services/index.ts';
import type { RenewalCursor } from '../../services/index.ts';
import { closeWindows } from '../../usage/index.ts';
import { decideRenewals } from '../decide-renewals.ts';
import type { Billed, Held, Renewal } from '../decide-renewals.ts';
import { holdBack } from '../hold-back.ts';
import type { Draft } from '../invoice-draft.ts';
import { issueDrafts } from '../issue-drafts.ts';
import { partyOf } from '../parties.ts';
import { readRunGround } from '../queries/run-ground.ts';

/** What became of a batch. `last`: where the next one begins; null when nothing more was due. */
export interface Renewed {
  lookedAt: number;
  last: RenewalCursor | null;
  drafts: Draft[];
  held: Held[];
}

interface Asked {
  limit: number;
  after?: RenewalCursor | null;
  backwards?: boolean;
}

/**
 * Invoices the next periods of services that are due, numbers and all, and moves the services on; one is a batch of one. What looks
 * wrong is held back instead. A period is invoiced once however often, and on however many nodes, this runs: services are locked, those
 * that somebody else holds are passed over, and (service, period) is a key of the database. Some fifteen statements in five packets,
 * however many services.
 */
export async function renewServices(tx: Tx, asked: Asked): Promise<Renewed> {
  const { services, last } = await claimDueServices(tx, { ...asked, now: tx.now });
  if (services.length === 0) return { lookedAt: 0, last, drafts: [], held: [] };
  const ground = await readRunGround(tx.db, services, { at: tx.now });
  const { renewals, held, idle } = await decideRenewals(services, ground, () => tx.newId<'invoice'>());
  const drafts = renewals.map(({ draft }) => draft);
  const waiting = new Set(held.map(({ service }) => service.id));
  const moved = services.filter(({ id }) => !waiting.has(id));
  const { seller, invoicing, revenue } = ground;
  const moveOn = () =>
    Promise.all([
      ...(renewals.length > 0 ? [insertRenewals(tx, renewals)] : []),
      ...(held.length > 0 ? [holdBack(tx, held)] : []),
      ...(moved.length > 0 ? [startPeriods(tx, moved)] : []),
      ...closeUse(tx, renewals, idle),
    ]);
  const how = { seller: partyOf(seller, seller.legal), invoicing, revenue, numbered: true };
  if (drafts.length > 0) await issueDrafts(tx, drafts, how, moveOn);
  else await moveOn();
  return { lookedAt: services.length, last, drafts, held };
}

function closeUse(tx: Tx, renewals: readonly Renewal[], idle: readonly Billed[]): Promise<void>[] {
  const billed = renewals.flatMap(({ draft, billed: services }) =>
    services.flatMap(({ closings: used }) =>
      used.map((one) => ({ ...one, invoice: draft.invoice.id as string | null })),
    ),
  );
  const passed = idle.flatMap(({ closings }) => closings.map((one) => ({ ...one, invoice: null })));
  const closings = [...billed, ...passed];
  return closings.length > 0 ? [closeWindows(tx, closings)] : [];
}

async function insertRenewals(tx: Tx, renewals: readonly Renewal[]): Promise<void> {
  const all = renewals.flatMap(({ draft, billed }) =>
    billed.map(({ service }) => ({ service, invoice: draft.invoice.id })),
  );
  const services = all.map(({ service }) => service);
  await sql`
    insert into billing.renewals (organization_id, service_id, period_from, period_to, invoice_id)
    select * from unnest(${services.map((one) => one.organization)}::uuid[], ${services.map((one) => one.id)}::uuid[],
      ${services.map(({ nextPeriod }) => nextPeriod.from)}::date[], ${services.map(({ nextPeriod }) => nextPeriod.to)}::date[],
      ${all.map(({ invoice }) => invoice)}::uuid[])`.execute(tx.db);
}
