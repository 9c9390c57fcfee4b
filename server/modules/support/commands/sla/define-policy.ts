import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { noteTierUses } from '../../../organizations/index.ts';
import { policyDefined } from '../../events.ts';
import { unknownCalendar } from '../../sla-contract.ts';
import type { PolicyBody } from '../../sla-contract.ts';

/** Errors: `unknown_calendar`, `unknown_tier`. */
export async function makePolicy(tx: Tx, policy: PolicyBody): Promise<Id<'policy'>> {
  const id = tx.newId<'policy'>();
  await addVersion(tx, id, 1, policy);
  return id;
}

/**
 * A new version, which holds for clocks that start from now on; those that run keep theirs. One that is not active any more owes nothing:
 * its clocks end. Errors: `not_found`, `changed_meanwhile`, `unknown_calendar`, `unknown_tier`.
 */
export async function changePolicy(
  tx: Tx,
  id: Id<'policy'>,
  version: number,
  policy: PolicyBody,
): Promise<void> {
  const there = await tx.db
    .selectFrom('support.policies')
    .select('version')
    .where('id', '=', id)
    .where('current', '=', true)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new Problem(notFound);
  if (there.version !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('support.policies')
    .set({ current: false })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
  await addVersion(tx, id, version + 1, policy);
  if (!policy.active) await endClocks(tx, id);
}

async function addVersion(tx: Tx, id: Id<'policy'>, version: number, policy: PolicyBody): Promise<void> {
  await tx.db
    .insertInto('support.policies')
    .values({
      id,
      version,
      active: policy.active,
      titles: JSON.stringify(policy.titles),
      calendar_id: policy.calendarId,
      shown: policy.shown,
      organizations: policy.organizations,
      tiers: policy.tiers,
      products: policy.products,
      queues: policy.queues,
      priorities: policy.priorities,
      kinds: policy.kinds,
      minutes: JSON.stringify(policy.minutes),
      pauses: policy.pauses,
      warn_percent: policy.warnPercent,
      tell_warning: policy.tellWarning,
      tell_breach: policy.tellBreach,
      credit_percent: policy.credit?.percent ?? null,
      credit_goals: policy.credit?.goals ?? null,
      saved_at: tx.now,
    })
    .execute()
    .catch((error: Error & { code?: string }) => {
      throw error.code === '23503' ? new Problem(unknownCalendar) : error;
    });
  await noteTierUses(tx, { kind: 'policy', id, names: policy.titles }, policy.tiers ?? []);
  tx.emit(policyDefined, {
    organizationId: null,
    subject: { kind: 'policy', id },
    data: { version, active: policy.active },
  });
}

async function endClocks(tx: Tx, policy: Id<'policy'>): Promise<void> {
  await sql`
    with ended as (
      update support.clocks set state = 'dropped', stopped_at = coalesce(stopped_at, ${tx.now}),
        breached_at = coalesce(breached_at, case when state = 'running' and due_at < ${tx.now} then due_at end)
      where policy_id = ${policy} and state in ('running', 'paused', 'void')
      returning organization_id, ticket_id
    )
    update support.tickets t set due_at = (
      select min(c.due_at) from support.clocks c
      where c.organization_id = t.organization_id and c.ticket_id = t.id and c.state = 'running' and c.policy_id <> ${policy})
    where (t.organization_id, t.id) in (select organization_id, ticket_id from ended)`.execute(tx.db);
}
