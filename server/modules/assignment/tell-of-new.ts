import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import type { Channel } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { readTickets, ticketForStaff, workTickets } from '../support/index.ts';
import type { Priority } from '../support/index.ts';

interface Told {
  ticketId: string;
  number: number;
  subject: string;
  by: string;
  client: string;
  person: Id<'person'>;
  channels: Channel[];
}

type Opened = Fact<{ messageId: string; by: string; priority: Priority }>;

/** Tells staff of tickets that clients opened: whom it concerns, as far as they want to hear of it. One statement for all of them. */
export async function tellOfNew(tx: Tx, facts: readonly Opened[]): Promise<void> {
  const opened = new Map(
    facts.filter(({ data }) => data.by !== 'staff').map((fact) => [fact.subject.id, fact]),
  );
  if (opened.size === 0) return;
  for (const { person, channels, ...told } of await findTold(tx, [...opened.values()])) {
    const { id: occurrence, data } = opened.get(told.ticketId)!;
    const only = channels.length === 1 ? { channels } : {};
    const about = { ...told, priority: data.priority };
    tx.tell(ticketForStaff, { to: { person }, ...only, occurrence, data: about });
  }
}

/**
 * `listens`: who of those who read tickets wants to hear on which channel of more than what is given to them. In one's queues is what comes to
 * a queue one belongs to; a queue to which nobody who works on tickets belongs is the support team's, or where there is none that of all
 * who work on tickets. Arrays are selected, so that the plan does not hang on how long they are and is kept. The message is
 * asked for apart: joined, all messages of the client would be read for each ticket.
 */
async function findTold(tx: Tx, facts: readonly Opened[]): Promise<Told[]> {
  const { topic } = ticketForStaff;
  const { rows } = await sql<Told>`
    with staff as (
      select p.id, s.roles && ${[...workTickets.staff]}::text[] as works, 'support' = any (s.roles) as supports
      from identity.staff s join identity.people p on p.id = s.person_id
      where p.disabled_at is null and s.roles && ${[...readTickets.staff]}::text[]
    ), listens as (
      select s.id, s.works and (s.supports or not exists (select from staff where supports)) as team, s.works, c.channel,
        coalesce(r.reach, 'queues') = 'all' as everywhere
      from staff s cross join (values ('email'), ('in_app')) c (channel)
        left join notifications.reaches r on r.person_id = s.id and r.topic = ${topic} and r.channel = c.channel
      where r.reach is distinct from 'given' and not exists (select from notifications.refusals f
        where f.person_id = s.id and f.topic = ${topic} and f.channel = c.channel)
    ), belongs as (
      select m.queue, m.person_id from assignment.members m join staff s on s.id = m.person_id and s.works
    )
    select t.id as "ticketId", t.number::integer as number, t.subject, m.author_name as by, o.name as client,
      l.id as person, array_agg(l.channel order by l.channel) as channels
    from unnest((select ${facts.map((fact) => fact.organizationId)}::uuid[]), (select ${facts.map((fact) => fact.subject.id)}::uuid[]),
        (select ${facts.map((fact) => fact.data.messageId)}::uuid[])) as told (organization_id, ticket_id, message_id)
      join support.tickets t on t.organization_id = told.organization_id and t.id = told.ticket_id
      cross join lateral (select m.* from support.messages m
        where m.organization_id = told.organization_id and m.id = told.message_id offset 0) m
      join organizations.organizations o on o.id = told.organization_id
      join listens l on l.everywhere
        or (l.works and exists (select from belongs b where b.queue = t.queue and b.person_id = l.id))
        or (l.team and not exists (select from belongs b where b.queue = t.queue))
    group by t.id, t.number, t.subject, m.author_name, o.name, l.id
    order by t.number, l.id`.execute(tx.db);
  return rows;
}
