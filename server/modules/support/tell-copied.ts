import { sql } from 'kysely';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { copiedReplied } from './messages.ts';

/** Mails to one copied address about one ticket in a day; more is no conversation. */
const mostADay = 20;

interface Due {
  id: string;
  address: string;
  name: string | null;
  addedBy: string;
  locale: Locale;
  ticketId: string;
  number: number;
  subject: string;
  by: string;
  text: string;
  path: string;
  enclosed: boolean;
}

/**
 * Copies public messages, also those that open a ticket, to the outside addresses of their tickets: those said since they were added, not what
 * they wrote themselves, and never a note. In the language of whoever reads there where we know it, else of the requester.
 */
export async function tellCopied(tx: Tx, facts: readonly Fact<{ messageId: string }>[]): Promise<void> {
  const said = facts.map(({ data, organizationId }) => ({
    id: data.messageId,
    organization: organizationId,
  }));
  const { rows } = await sql<{ id: string }>`
    select distinct m.id
    from unnest(${said.map(({ id }) => id)}::uuid[], ${said.map(({ organization }) => organization)}::uuid[])
        as said (id, organization_id)
      join support.messages m on m.organization_id = said.organization_id and m.id = said.id and not m.internal
      join support.copied c on c.organization_id = m.organization_id and c.ticket_id = m.ticket_id
        and c.ended_at is null`.execute(tx.db);
  const copied = new Set(rows.map(({ id }) => id));
  for (const one of said) if (copied.has(one.id)) await tellOf(tx, one);
}

async function tellOf(
  tx: Tx,
  { id: message, organization }: { id: string; organization: string | null },
): Promise<void> {
  const today = tx.now.toISOString().slice(0, 10);
  const { rows } = await sql<Due>`
    update support.copied c set told_on = ${today}::date,
      told = case when c.told_on = ${today}::date then c.told + 1 else 1 end
    from support.messages m
      join support.tickets t on t.organization_id = m.organization_id and t.id = m.ticket_id
      join identity.people r on r.id = t.requester_id
    where m.organization_id = ${organization} and m.id = ${message} and not m.internal
      and c.organization_id = m.organization_id and c.ticket_id = m.ticket_id
      and c.ended_at is null and c.since <= m.posted_at
      and (c.told_on is distinct from ${today}::date or c.told < ${mostADay})
      and not exists (select from identity.people p where p.email = c.address and (p.id = m.author_id or exists (
        select from support.followers f
        where f.organization_id = t.organization_id and f.ticket_id = t.id and f.person_id = p.id)))
    returning c.id, c.address, c.name, c.added_by_name as "addedBy", t.id as "ticketId", t.number::float8 as number, t.subject,
      coalesce((select p.locale from identity.people p where p.email = c.address), r.locale) as locale,
      m.author_name as by, m.body as text,
      (select '/o/' || o.slug || '/tickets/' || t.id from organizations.organizations o where o.id = t.organization_id) as path,
      exists (select from support.attachments a
        where a.organization_id = m.organization_id and a.message_id = m.id) as enclosed`.execute(tx.db);
  for (const { id, address, name, locale, enclosed, ...data } of rows)
    tx.tell(copiedReplied, {
      to: { address, name: name ?? address, locale },
      occurrence: message,
      data: { ...data, copied: id, filesOf: enclosed ? { organization: organization!, message } : null },
    });
}
