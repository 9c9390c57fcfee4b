import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { EscalationState } from '../domain/levels.ts';

/** An escalation, locked, with its ticket. */
export interface Standing {
  id: Id<'escalation'>;
  ticketId: Id<'ticket'>;
  ruleId: string | null;
  title: string;
  /** Who raised it by hand. */
  by: string | null;
  way: 'functional' | 'hierarchical';
  level: number;
  state: EscalationState;
  repeated: number;
  tellAt: Date | null;
  ackDueAt: Date | null;
  organizationId: Id<'organization'>;
  number: number;
  subject: string;
  client: string;
  assigneeId: Id<'person'> | null;
  settled: boolean;
  /** The clock that its rule watches is not running out any more. */
  over: boolean;
}

/** Locks the ticket first, then the escalation, as all do who change one. Errors: `not_found`. */
export async function lock(tx: Tx, id: Id<'escalation'>): Promise<Standing> {
  await sql`select from support.tickets where id = (select e.ticket_id from escalation.escalations e where e.id = ${id})
    for no key update`.execute(tx.db);
  await sql`select from escalation.escalations where id = ${id} for update`.execute(tx.db);
  const { rows } = await sql<Standing>`
    select e.id, e.ticket_id as "ticketId", e.rule_id as "ruleId", coalesce(e.rule_title, e.reason) as title, p.name as by, e.way,
      e.level, e.state, e.repeated, e.tell_at as "tellAt", e.ack_due_at as "ackDueAt", t.organization_id as "organizationId",
      t.number::integer as number, t.subject, o.name as client, t.assignee_id as "assigneeId", t.settled_at is not null as settled,
      e.clock_policy is not null and not exists (select from support.clocks c
        where c.organization_id = t.organization_id and c.ticket_id = t.id and c.policy_id = e.clock_policy
          and c.goal = e.clock_goal and c.started_at = e.clock_started
          and (c.state in ('running', 'paused') or c.state = 'dropped' and e.way = 'functional')) as over
    from escalation.escalations e
    join support.tickets t on t.id = e.ticket_id
    join organizations.organizations o on o.id = t.organization_id
    left join identity.people p on p.id = e.raised_by
    where e.id = ${id}`.execute(tx.db);
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

/** The fact of an escalation is about its ticket. */
export const about = ({ organizationId, ticketId }: Pick<Standing, 'organizationId' | 'ticketId'>) => ({
  organizationId,
  subject: { kind: 'ticket', id: ticketId },
});

interface NewStep {
  what: 'fired' | 'told' | 'raised' | 'repeated' | 'exhausted' | 'acknowledged' | 'cleared';
  level: number;
  by?: Id<'person'> | null;
  people?: readonly Id<'person'>[];
  note?: string | null;
}

/** Writes what became of an escalation that is locked. */
export async function addStep(tx: Tx, escalation: Id<'escalation'>, step: NewStep): Promise<number> {
  const { what, level, by = null, people = [], note = null } = step;
  const { rows } = await sql<{ number: number }>`
    insert into escalation.steps (escalation_id, number, happened_at, what, level, by_id, people, note)
      select ${escalation}, coalesce(max(s.number), 0) + 1, ${tx.now}, ${what}, ${level}, ${by}, ${people}::uuid[], ${note}
      from escalation.steps s where s.escalation_id = ${escalation}
    returning number`.execute(tx.db);
  return rows[0]!.number;
}
