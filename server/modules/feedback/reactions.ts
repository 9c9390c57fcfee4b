import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { onAll } from '../../kernel/events/reactions.ts';
import { readSetting } from '../../kernel/settings.ts';
import { statusChanged } from '../support/events.ts';
import { askJob } from './jobs.ts';
import { feedbackRules } from './settings.ts';

/** A closed ticket gets its question, for later; closed again before anybody was asked, it waits anew. */
async function plan(tx: Tx, facts: readonly Fact<{ to: string }>[]): Promise<void> {
  const closed = facts.filter(({ data }) => data.to === 'closed').map(({ subject }) => subject.id);
  if (closed.length === 0) return;
  const { value: rules } = await readSetting(tx.db, feedbackRules);
  if (!rules.on) return;
  const tickets = [...new Set(closed)];
  const due = new Date(tx.now.getTime() + rules.waitHours * 3_600_000);
  const { rows } = await sql<{ id: string }>`
    insert into feedback.ratings as r (id, ticket_id, person_id, queue, agent_id, closed_at, due_at, state)
    select x.id, t.id, t.requester_id, t.queue, t.assignee_id, ${tx.now}, ${due}, 'planned'
    from unnest(${tickets.map(() => tx.newId())}::uuid[], ${tickets}::uuid[]) as x (id, ticket_id)
      join support.tickets t on t.id = x.ticket_id and t.status = 'closed'
    on conflict (ticket_id) do update
      set person_id = excluded.person_id, queue = excluded.queue, agent_id = excluded.agent_id,
        closed_at = excluded.closed_at, due_at = excluded.due_at, state = 'planned', skipped_because = null
      where r.state in ('planned', 'skipped')
    returning r.id`.execute(tx.db);
  for (const { id } of rows) tx.enqueue(askJob, { id }, { after: due });
}

export const reactions = [onAll(statusChanged, 'feedback.plan-question', plan)];
