import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { TriedRule, TryBody } from '../contract.ts';
import { whoWouldGet } from '../../assignment/index.ts';
import { momentOf } from '../domain/happened.ts';
import { compile } from '../domain/rules.ts';
import { readLooked } from './looked.ts';
import { findSilent } from './silent.ts';

const days = 30;
const most = 2_000;
const shown = 20;

interface Happened {
  ticket: string;
  message: string | null;
  at: Date;
}

/** Which tickets a rule would have been about in the last 30 days, with tickets as they are now. Nothing is changed. */
export async function tryRule(db: Db, rule: TryBody, now: Date): Promise<TriedRule> {
  const since = new Date(now.getTime() - days * 86_400_000);
  const happened =
    rule.hours === null
      ? await findHappened(db, rule.moment, since)
      : await findSilent(db, { ...rule, hours: rule.hours }, now, { since, after: null, limit: most });
  const tickets = await readLooked(db, happened);
  const holds = compile(rule.conditions);
  const matched = tickets.flatMap((ticket, index) =>
    ticket.status !== 'merged' && holds(ticket) ? [{ ticket, at: happened[index]!.at }] : [],
  );
  const shownTickets = matched.slice(0, shown);
  const would = rule.gives
    ? await whoWouldGet(
        db,
        shownTickets.map(({ ticket }) => ticket.id),
        { ...rule.gives, now },
      )
    : null;
  return {
    looked: tickets.length,
    matched: matched.length,
    items: shownTickets.map(({ ticket: { id, number, subject }, at }) => ({
      id,
      number,
      subject,
      at: at.toISOString(),
      would: would?.get(id) ?? null,
    })),
  };
}

/** Tickets never go, so what is read of them stands in the order of this. */
async function findHappened(db: Db, moment: TryBody['moment'], since: Date): Promise<Happened[]> {
  const { rows } = await sql<Happened & { name: string; by: string | null }>`
    select e.subject_id as ticket, e.data ->> 'messageId' as message, e.happened_at as at, e.name, e.data ->> 'by' as by
    from unnest(${namesAt(moment)}::text[]) as asked (name)
    cross join lateral (
      select * from kernel.events f where f.name = asked.name and f.position is not null order by f.position desc limit ${most}
    ) e
    where e.happened_at > ${since} order by e.happened_at desc, e.id desc limit ${most}`.execute(db);
  return rows.filter(({ name, by }) => momentOf[name]!(by === null ? {} : { by }) === moment);
}

function namesAt(moment: TryBody['moment']): string[] {
  const sides = ['client', 'staff'];
  return Object.entries(momentOf).flatMap(([name, of]) =>
    sides.some((by) => of({ by }) === moment) ? [name] : [],
  );
}
