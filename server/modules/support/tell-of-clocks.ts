import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Goal } from './domain/sla/clock.ts';
import { findAdministrators, findSupportTeam } from './queries/agents.ts';
import type { Told } from './sla-contract.ts';

interface Promised {
  policyId: string;
  version: number;
  goal: Goal;
  dueAt: string;
  running: boolean;
}
interface Found {
  ticketId: string;
  policyId: string;
  version: number;
  number: number;
  subject: string;
  client: string;
  assignee: Id<'person'> | null;
  policy: { id: string; en: string };
  tell: Told[];
}

/** Tells whom the policy names of clocks that are over, or nearly; of what was met meanwhile nobody needs to hear. */
export function tellAll(
  message: MessageKind<
    Omit<Found, 'policyId' | 'version' | 'assignee' | 'tell'> & { goal: Goal; dueAt: string }
  >,
  of: 'warning' | 'breach',
) {
  return async (tx: Tx, facts: readonly Fact<Promised>[]): Promise<void> => {
    const running = facts.filter(({ data }) => data.running);
    if (running.length === 0) return;
    const [found, team, administrators] = await Promise.all([
      find(tx, running, of),
      findSupportTeam(tx.db),
      findAdministrators(tx.db),
    ]);
    for (const fact of running) {
      const { goal, dueAt, policyId, version } = fact.data;
      const one = found.find(
        (row) => row.ticketId === fact.subject.id && row.policyId === policyId && row.version === version,
      );
      if (!one) continue;
      const { assignee, tell, number, subject, client, policy, ticketId } = one;
      const whom = { assignee: assignee ? [assignee] : team, support: team, administrators };
      for (const person of new Set(tell.flatMap((name) => whom[name]))) {
        tx.tell(message, {
          to: { person },
          occurrence: fact.id,
          data: { ticketId, number, subject, client, policy, goal, dueAt },
        });
      }
    }
  };
}

async function find(tx: Tx, facts: readonly Fact<Promised>[], of: 'warning' | 'breach'): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select distinct t.id as "ticketId", p.id as "policyId", p.version, t.number::integer as number, t.subject, o.name as client,
      t.assignee_id as assignee, p.titles as policy, ${sql.ref(of === 'warning' ? 'p.tell_warning' : 'p.tell_breach')} as tell
    from unnest(${facts.map((fact) => fact.subject.id)}::uuid[], ${facts.map((fact) => fact.data.policyId)}::uuid[],
        ${facts.map((fact) => fact.data.version)}::integer[]) as told (ticket_id, policy_id, version)
      join support.tickets t on t.id = told.ticket_id
      join support.policies p on p.id = told.policy_id and p.version = told.version
      join organizations.organizations o on o.id = t.organization_id`.execute(tx.db);
  return rows;
}
