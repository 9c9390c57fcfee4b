import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob } from '../../kernel/jobs/define.ts';
import { promisesMatched } from './events.ts';

/** Locked at once, so that who answers hardly waits. */
const batch = 100;

/** Looks again at what is promised for a client's open tickets, since the client has another tier. The database turns the clocks. */
export const matchTicketsJob = defineJob({
  name: 'support.match-tickets',
  input: z.object({ organization: id('organization'), since: z.iso.datetime() }),
  async run(ctx, { organization, since }) {
    let more = true;
    while (more)
      more = await ctx.transact(async (tx) => {
        const tier = await tx.db
          .selectFrom('organizations.client_tiers')
          .select('tier_id')
          .where('organization_id', '=', organization)
          .executeTakeFirst();
        const { rows } = await sql<{ id: string; moved: boolean }>`
          update support.tickets t set matched_at = ${tx.now}
            from (select x.id, x.due_at from support.tickets x
              where x.organization_id = ${organization} and x.settled_at is null
                and (x.matched_at is null or x.matched_at < ${since}::timestamptz)
              order by x.id limit ${batch} for no key update) o
            where t.organization_id = ${organization} and t.id = o.id
            returning t.id, t.due_at is distinct from o.due_at as moved`.execute(tx.db);
        for (const { id: ticket, moved } of rows)
          if (moved)
            tx.emit(promisesMatched, {
              organizationId: organization,
              subject: { kind: 'ticket', id: ticket },
              data: { tierId: tier?.tier_id ?? null },
            });
        return rows.length === batch;
      });
  },
});

export async function matchTickets(tx: Tx, facts: readonly Fact<object>[]): Promise<void> {
  for (const { subject, happenedAt } of facts) {
    const input = { organization: subject.id, since: happenedAt.toISOString() };
    tx.enqueue(matchTicketsJob, input, { key: subject.id });
  }
}
