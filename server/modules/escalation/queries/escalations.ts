import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { readLooked } from '../../automation/index.ts';
import type { Escalation, EscalationItem, EscalationQuery, TicketEscalations } from '../contract.ts';
import { escalationStates } from '../domain/levels.ts';
import { findDue } from './due.ts';
import { readActiveRules } from './rules.ts';

const shown = 20;

/** In the names of the contract; instants as the database writes them into JSON. */
const common = sql`'id', e.id, 'level', e.level, 'state', e.state, 'way', e.way, 'rule', e.rule_title,
  'raisedBy', (select p.name from identity.people p where p.id = e.raised_by), 'reason', e.reason, 'firedAt', e.fired_at,
  'ackDueAt', e.ack_due_at, 'exhaustedAt', e.exhausted_at,
  'acknowledgedBy', (select p.name from identity.people p where p.id = e.acknowledged_by), 'acknowledgedAt', e.acknowledged_at,
  'ended', e.ended, 'clearedAt', e.cleared_at, 'problem', e.problem`;

type Bare<Of extends { can: unknown }> = Omit<Of, 'can'>;

function withCan<Of extends Bare<Escalation> | Bare<EscalationItem>>(one: Of, may: boolean) {
  const can = (to: 'acknowledged' | 'cleared') =>
    unless({ not_allowed: !may, wrong_state: !escalationStates.canMove(one.state, to) });
  return { ...one, can: { acknowledge: can('acknowledged'), clear: can('cleared') } };
}

/** Those that somebody asked for, the latest first. */
export async function listEscalations(
  db: Db,
  { level, state, queue, q, after, limit }: EscalationQuery,
  may: boolean,
): Promise<Page<EscalationItem>> {
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const states = {
    open: sql`and e.state <> 'cleared'`,
    all: sql``,
    fired: sql`and e.state = 'fired'`,
    acknowledged: sql`and e.state = 'acknowledged'`,
    cleared: sql`and e.state = 'cleared'`,
  };
  const words = q?.toLowerCase() ?? '';
  const { rows } = await sql<{ id: Id<'escalation'>; fired_at: Date; item: Bare<EscalationItem> }>`
    select e.id, e.fired_at, json_build_object(${common}, 'ticket', json_build_object('id', t.id, 'number', t.number,
      'subject', t.subject, 'client', o.name, 'queue', t.queue)) as item
    from escalation.escalations e
    join support.tickets t on t.id = e.ticket_id
    join organizations.organizations o on o.id = t.organization_id
    where true ${states[state]} ${level === undefined ? sql`` : sql`and e.level = ${level}`}
      ${queue ? sql`and t.queue = ${queue}` : sql``}
      ${words ? sql`and (position(${words} in lower(t.subject)) > 0 or position(${words} in lower(o.name)) > 0 or '#' || t.number = ${words} or t.number::text = ${words})` : sql``}
      ${from ? sql`and (e.fired_at, e.id) < (${from[0]}, ${from[1]}::uuid)` : sql``}
    order by e.fired_at desc, e.id desc limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (row) => [row.fired_at, row.id]);
  return { ...page, items: page.items.map(({ item }) => withCan(item, may)) };
}

const steps = sql`(select json_agg(json_build_object('what', s.what, 'level', s.level, 'at', s.happened_at,
    'by', (select p.name from identity.people p where p.id = s.by_id), 'note', s.note,
    'people', coalesce((select json_agg(p.name order by p.name) from identity.people p where p.id = any (s.people)), '[]'::json))
  order by s.number) from escalation.steps s where s.escalation_id = e.id)`;

/** What became of a ticket by escalation, and what will if nothing changes. Errors: `not_found`. */
export async function readOfTicket(
  db: Db,
  ticket: Id<'ticket'>,
  may: boolean,
  now: Date,
): Promise<TicketEscalations> {
  const [looked] = await readLooked(db, [{ ticket, message: null }]);
  if (!looked) throw new Problem(notFound);
  const { rows } = await sql<{ item: Bare<Escalation>; settled: boolean }>`
    select json_build_object(${common}, 'steps', ${steps}) as item
    from escalation.escalations e where e.ticket_id = ${ticket}
    order by e.fired_at desc, e.id desc limit ${shown}`.execute(db);
  const { settled } = await db
    .selectFrom('support.tickets')
    .select((eb) => eb('settled_at', 'is not', null).as('settled'))
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow();
  const rules = (await readActiveRules(db)).filter(({ holds }) => holds(looked));
  const armed = [];
  for (const rule of rules) {
    const due = await findDue(db, rule, {
      from: rule.since > now ? rule.since : now,
      until: null,
      ticket,
      unfired: rule.id,
      limit: 1,
    });
    for (const { at } of due) armed.push({ rule: rule.title, level: rule.level, at: at.toISOString() });
  }
  return {
    items: rows.map(({ item }) => withCan(item, may)),
    armed: armed.toSorted((a, b) => a.at.localeCompare(b.at)),
    can: { escalate: unless({ not_allowed: !may, wrong_state: Boolean(settled) }) },
  };
}
