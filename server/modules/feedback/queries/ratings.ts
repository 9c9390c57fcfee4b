import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import type { Rating, RatingQuery, TicketRating } from '../contract.ts';

type Row = Omit<Rating, 'id' | 'answeredAt' | 'followUp'> & {
  id: Id<'rating'>;
  at: Date;
  followUp: 'open' | 'taken' | 'done' | null;
  takenBy: { id: string; name: string } | null;
  doneBy: string | null;
  doneAt: Date | null;
  outcome: string | null;
};

/** What clients said, the latest first. */
export async function listRatings(db: Db, asked: RatingQuery): Promise<Page<Rating>> {
  const from = asked.after === undefined ? null : decodeCursor(asked.after, ['instant', 'id']);
  const where = conditions(asked);
  if (from) where.push(sql`(r.answered_at, r.id) < (${from[0]}, ${from[1]}::uuid)`);
  const rows = await read(db, where, asked.limit + 1);
  const page = pageOf(rows, asked.limit, (row) => [row.at, row.id]);
  return { ...page, items: page.items.map(ratingOf) };
}

/** Whether who opened a ticket was asked, and what they said. */
export async function ratingOfTicket(db: Db, ticket: Id<'ticket'>): Promise<TicketRating> {
  const asked = await db
    .selectFrom('feedback.ratings')
    .select('asked_at')
    .where('ticket_id', '=', ticket)
    .executeTakeFirst();
  const [row] = asked ? await read(db, [sql`r.ticket_id = ${ticket}`], 1) : [];
  return { askedAt: asked?.asked_at?.toISOString() ?? null, rating: row ? ratingOf(row) : null };
}

function conditions({ score, queue, agent, followUp, q }: RatingQuery): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (score) where.push(sql`r.score = ${score}`);
  if (queue) where.push(sql`r.queue = ${queue}`);
  if (agent) where.push(sql`r.agent_id = ${agent}`);
  if (followUp === 'waiting') where.push(sql`r.follow_up in ('open', 'taken')`);
  else if (followUp) where.push(sql`r.follow_up = ${followUp}`);
  if (q) {
    const words = q.toLowerCase();
    const number = words.startsWith('#') ? words.slice(1) : words;
    where.push(
      sql`(t.number::text = ${number} or position(${words} in lower(concat_ws(' ', t.subject, o.name, p.name, r.comment))) > 0)`,
    );
  }
  return where;
}

async function read(db: Db, where: readonly RawBuilder<unknown>[], limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.score::integer as score, r.comment, r.answered_at as at, r.follow_up as "followUp", r.outcome,
      r.done_at as "doneAt", p.name as by, q.titles as queue, done.name as "doneBy",
      json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) as ticket,
      json_build_object('id', o.id, 'name', o.name) as organization,
      case when agent.id is not null then json_build_object('id', agent.id, 'name', agent.name) end as agent,
      case when taker.id is not null then json_build_object('id', taker.id, 'name', taker.name) end as "takenBy"
    from feedback.ratings r join support.tickets t on t.id = r.ticket_id
      join organizations.organizations o on o.id = t.organization_id
      join identity.people p on p.id = r.person_id
      join support.queues q on q.name = r.queue
      left join identity.people agent on agent.id = r.agent_id
      left join identity.people taker on taker.id = r.taken_by
      left join identity.people done on done.id = r.done_by
    where r.score is not null ${where.length > 0 ? sql`and ${sql.join(where, sql` and `)}` : sql``}
    order by r.answered_at desc, r.id desc limit ${limit}`.execute(db);
  return rows;
}

function ratingOf({ at, followUp, takenBy, doneBy, doneAt, outcome, ...row }: Row): Rating {
  return {
    ...row,
    answeredAt: at.toISOString(),
    followUp: followUp && {
      state: followUp,
      takenBy,
      doneBy,
      doneAt: doneAt?.toISOString() ?? null,
      outcome,
    },
  };
}
