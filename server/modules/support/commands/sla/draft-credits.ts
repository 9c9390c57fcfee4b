import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Fact } from '../../../../kernel/events/define.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import type { Cycle } from '../../../services/index.ts';
import type { Goal } from '../../domain/sla/clock.ts';
import { creditOf, monthOf } from '../../domain/sla/credit.ts';
import { creditDrafted } from '../../events.ts';

interface Breach {
  policyId: string;
  version: number;
  goal: Goal;
  dueAt: string;
}
interface Owed {
  organization: Id<'organization'>;
  ticket: Id<'ticket'>;
  policy: Id<'policy'>;
  version: number;
  goal: Goal;
  dueAt: Date;
  percent: number;
  service: Id<'service'>;
  currency: string;
  recurring: bigint;
  cycle: Cycle;
}

/** Drafts what is owed for promises that were missed, once for a ticket by each policy. Nothing is owed where no service costs anything. */
export async function draftCredits(tx: Tx, facts: readonly Fact<Breach>[]): Promise<void> {
  const owed = await findOwed(tx, facts);
  const drafts = owed.flatMap((one) => {
    const month = monthOf(one.recurring, one.cycle);
    const amount = month === null ? 0n : creditOf(month, one.percent);
    return amount > 0n ? [{ ...one, id: tx.newId<'credit'>(), month: month!, amount }] : [];
  });
  if (drafts.length === 0) return;
  const made = await tx.db
    .insertInto('support.breach_credits')
    .values(
      drafts.map((draft) => ({
        id: draft.id,
        organization_id: draft.organization,
        ticket_id: draft.ticket,
        policy_id: draft.policy,
        policy_version: draft.version,
        goal: draft.goal,
        due_at: draft.dueAt,
        service_id: draft.service,
        currency: draft.currency,
        month: draft.month,
        percent: draft.percent,
        amount: draft.amount,
        drafted_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['ticket_id', 'policy_id']).doNothing())
    .returning(['id', 'organization_id', 'ticket_id'])
    .execute();
  for (const row of made)
    tx.emit(creditDrafted, {
      organizationId: row.organization_id as Id<'organization'>,
      subject: { kind: 'ticket', id: row.ticket_id },
      data: { creditId: row.id },
    });
}

async function findOwed(tx: Tx, facts: readonly Fact<Breach>[]): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select distinct on (t.id, p.id) t.organization_id as organization, t.id as ticket, p.id as policy, p.version, missed.goal,
      missed.due_at as "dueAt", p.credit_percent as percent, s.id as service, s.currency, s.recurring, s.cycle
    from unnest(${facts.map((fact) => fact.subject.id)}::uuid[], ${facts.map((fact) => fact.data.policyId)}::uuid[],
        ${facts.map((fact) => fact.data.version)}::integer[], ${facts.map((fact) => fact.data.goal)}::text[],
        ${facts.map((fact) => fact.data.dueAt)}::timestamptz[]) as missed (ticket_id, policy_id, version, goal, due_at)
      join support.tickets t on t.id = missed.ticket_id
      join support.policies p on p.id = missed.policy_id and p.version = missed.version and missed.goal = any (p.credit_goals)
      join services.services s on s.organization_id = t.organization_id and s.id = t.service_id
    where s.state in ('active', 'past_due', 'cancel_scheduled')
    order by t.id, p.id, missed.due_at`.execute(tx.db);
  return rows;
}
