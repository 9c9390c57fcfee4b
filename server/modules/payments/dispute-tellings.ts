import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { on } from '../../kernel/events/reactions.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { MoneyJson } from '../../kernel/values/money.ts';
import { isOpenDispute } from './domain/dispute.ts';
import type { DisputeState } from './domain/dispute.ts';
import * as messages from './dispute-messages.ts';
import {
  disputeAdvanced,
  disputeDue,
  disputedMoneyMoved,
  disputeOpened,
  disputeUnmatched,
} from './events.ts';
import { handleDisputes } from './permissions.ts';
import { tellPayers } from './tellings.ts';

export const disputeTellings = [
  on(disputeOpened, 'payments.tell-staff-of-dispute', async (tx, { data }) => {
    const { state } = data;
    if (!isOpenDispute(state)) return tellOfEnd(tx, data.disputeId, state);
    const about = await aboutDispute(tx, data.disputeId);
    await tellStaff(tx, messages.disputeForStaff, data.disputeId, {
      ...forStaff(about),
      days: daysLeft(about.dueAt, tx.now),
      asksOnly: state === 'inquiry',
    });
  }),
  on(disputeAdvanced, 'payments.tell-staff-of-decided-dispute', async (tx, { data }) => {
    if (data.from !== data.state) await tellOfEnd(tx, data.disputeId, data.state);
  }),
  on(disputeAdvanced, 'payments.tell-payers-of-lost-dispute', async (tx, { data }) => {
    if (data.state !== 'lost' || data.from === 'lost' || data.from === 'accepted') return;
    await tellPayersOf(tx, data.disputeId, messages.disputeLost, `${data.disputeId}:lost`, null);
  }),
  on(disputeDue, 'payments.remind-staff-of-dispute', async (tx, { data }) => {
    const about = await aboutDispute(tx, data.disputeId);
    await tellStaff(tx, messages.disputeDueSoon, `${data.disputeId}:${data.days}`, {
      ...forStaff(about),
      days: data.days,
    });
  }),
  on(disputeUnmatched, 'payments.tell-staff-of-strange-dispute', async (tx, { subject, data }) => {
    await tellStaff(tx, messages.strangeDispute, `${data.gateway}:${subject.id}:${data.why}`, {
      gateway: data.gateway,
      amount: { amount: data.amount, currency: data.currency as MoneyJson['currency'] },
      path: '/console/audit?name=payments.dispute-unmatched',
    });
  }),
  on(disputedMoneyMoved, 'payments.tell-payers-of-disputed-money', async (tx, { id, data }) => {
    const { amount, currency, back } = data;
    const message = back ? messages.disputedMoneyBack : messages.paymentDisputed;
    await tellPayersOf(tx, data.disputeId, message, id, {
      amount,
      currency: currency as MoneyJson['currency'],
    });
  }),
];

/** Staff hear how it ended; that the bank asks no more needs nobody. */
async function tellOfEnd(tx: Tx, dispute: string, state: DisputeState): Promise<void> {
  if (state !== 'won' && state !== 'lost') return;
  await tellStaff(tx, messages.disputeOverForStaff, `${dispute}:${state}`, {
    ...forStaff(await aboutDispute(tx, dispute)),
    won: state === 'won',
  });
}

interface About {
  id: string;
  organization: Id<'organization'>;
  client: string;
  amount: MoneyJson;
  paidWith: string;
  dueAt: Date | null;
  invoice: string | null;
}

async function aboutDispute(tx: Tx, dispute: string): Promise<About> {
  const { rows } = await sql<About>`
    select d.id, d.organization_id as organization, o.name as client, a.paid_with as "paidWith", d.due_at as "dueAt",
      json_build_object('amount', d.amount, 'currency', d.currency) as amount,
      (select x.invoice_id from payments.attempt_invoices x
        where x.organization_id = d.organization_id and x.attempt_id = d.attempt_id order by x.invoice_id limit 1) as invoice
    from payments.disputes d
      join organizations.organizations o on o.id = d.organization_id
      join payments.attempts a on a.organization_id = d.organization_id and a.id = d.attempt_id
    where d.id = ${dispute}`.execute(tx.db);
  return rows[0]!;
}

const forStaff = ({ id, client, amount }: About) => ({
  client,
  amount,
  path: `/console/payments/disputes/${id}`,
});

function daysLeft(dueAt: Date | null, now: Date): number | null {
  return dueAt && Math.max(0, Math.floor((dueAt.getTime() - now.getTime()) / (24 * 3_600_000)));
}

/** Those of staff who answer disputes. */
async function tellStaff<Data>(
  tx: Tx,
  message: MessageKind<Data>,
  occurrence: string,
  data: Data,
): Promise<void> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    select p.id from identity.staff t join identity.people p on p.id = t.person_id
    where p.disabled_at is null and t.roles && ${[...handleDisputes.staff]}::text[] limit 50`.execute(tx.db);
  for (const { id: person } of rows) tx.tell(message, { to: { person }, occurrence, data });
}

/** `amount`: what has moved; null for all that is disputed. */
async function tellPayersOf(
  tx: Tx,
  dispute: string,
  message: MessageKind<{ amount: MoneyJson; paidWith: string; path: string }>,
  occurrence: string,
  amount: MoneyJson | null,
): Promise<void> {
  const about = await aboutDispute(tx, dispute);
  await tellPayers(tx, about.organization, message, {
    occurrence,
    path: about.invoice ? `/invoices/${about.invoice}` : '/invoices',
    data: { amount: amount ?? about.amount, paidWith: about.paidWith },
  });
}
