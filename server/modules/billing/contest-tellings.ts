import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { on } from '../../kernel/events/reactions.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersWhoMay } from '../organizations/index.ts';
import { contestAnswered, contestForStaff, contestRests } from './contest-messages.ts';
import type { ContestReason } from './domain/contest.ts';
import { contestClosed, contestOpened, contestRested } from './events.ts';
import { issueCreditNotes, readInvoices } from './permissions.ts';

export const contestTellings = [
  on(contestOpened, 'billing.tell-staff-of-contest', async (tx, { data }) => {
    const { client, number, reason } = await aboutContest(tx, data.contestId);
    await tellStaff(tx, contestForStaff, data.contestId, {
      client,
      number,
      reason,
      path: `/console/invoices/${data.invoiceId}`,
    });
  }),
  on(contestRested, 'billing.tell-staff-of-resting-contest', async (tx, { data }) => {
    const { client, number } = await aboutContest(tx, data.contestId);
    await tellStaff(tx, contestRests, data.contestId, {
      client,
      number,
      path: `/console/invoices/${data.invoiceId}`,
    });
  }),
  on(contestClosed, 'billing.tell-of-answered-contest', async (tx, { organizationId, data }) => {
    if (data.state === 'withdrawn') return;
    const organization = organizationId!;
    const { number, answer, slug } = await aboutContest(tx, data.contestId);
    const told = {
      number,
      answer,
      upheld: data.state === 'upheld',
      path: `/o/${slug}/invoices/${data.invoiceId}`,
    };
    for (const person of await findMembersWhoMay(tx.db, organization, readInvoices))
      tx.tell(contestAnswered, {
        to: { person },
        organizationId: organization,
        occurrence: data.contestId,
        data: told,
      });
  }),
];

interface About {
  client: string;
  slug: string;
  number: string;
  reason: ContestReason;
  answer: string;
}

async function aboutContest(tx: Tx, contest: string): Promise<About> {
  const { rows } = await sql<About>`
    select o.name as client, o.slug, coalesce(i.number, '') as number, c.reason, c.answer
    from billing.contests c join organizations.organizations o on o.id = c.organization_id
      join billing.invoices i on i.organization_id = c.organization_id and i.id = c.invoice_id
    where c.id = ${contest}`.execute(tx.db);
  return rows[0]!;
}

/** Those of staff who may take an invoice back. */
async function tellStaff<Data>(
  tx: Tx,
  message: MessageKind<Data>,
  occurrence: string,
  data: Data,
): Promise<void> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    select p.id from identity.staff t join identity.people p on p.id = t.person_id
    where p.disabled_at is null and t.roles && ${[...issueCreditNotes.staff]}::text[] limit 50`.execute(
    tx.db,
  );
  for (const { id: person } of rows) tx.tell(message, { to: { person }, occurrence, data });
}
