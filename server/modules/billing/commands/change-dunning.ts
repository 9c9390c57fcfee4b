import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { problemsOf } from '../domain/dunning/plan.ts';
import { familyTaken, isTheDefault, planRefused } from '../dunning-contract.ts';
import type { PlanBody, timelineBody } from '../dunning-contract.ts';
import { dunningTimelineChanged } from '../events.ts';
import type { WorkingDaysSetting } from '../settings.ts';
import { workingDays } from '../settings.ts';
import { changeSetting } from './change-settings.ts';

type Body = z.output<typeof timelineBody>;
type TimelineId = Id<'dunning-timeline'>;

/** Errors: `plan_refused`, `family_taken`, `not_found` for a family that is not in the catalog. */
export async function addTimeline(tx: Tx, { name, families, plan }: Body): Promise<void> {
  assertUsable(plan);
  const id = tx.newId<'dunning-timeline'>();
  await tx.db.insertInto('billing.dunning_timelines').values({ id, name }).execute();
  await addVersion(tx, id, 1, plan);
  await setFamilies(tx, id, families);
  note(tx, id, 1, 'added');
}

/**
 * Saves the next version: it holds for what becomes overdue from now on, and what is under way goes on by the version it has. Errors:
 * `not_found`, `changed_meanwhile`, `plan_refused`, `family_taken`, `timeline_for_everything`.
 */
export async function changeTimeline(
  tx: Tx,
  id: TimelineId,
  version: number,
  { name, families, plan }: Body,
): Promise<void> {
  assertUsable(plan);
  const timeline = await lockTimeline(tx, id);
  if (timeline.version !== version) throw new Problem(changedMeanwhile);
  if (timeline.is_default && families.length > 0) throw new Problem(isTheDefault);
  const next = version + 1;
  await addVersion(tx, id, next, plan);
  await tx.db
    .updateTable('billing.dunning_timelines')
    .set({ name, version: next })
    .where('id', '=', id)
    .execute();
  await setFamilies(tx, id, families);
  note(tx, id, next, 'changed');
}

/** Its families follow the timeline for everything else from now on. Errors: `not_found`, `timeline_for_everything`. */
export async function archiveTimeline(tx: Tx, id: TimelineId): Promise<void> {
  const timeline = await lockTimeline(tx, id);
  if (timeline.is_default) throw new Problem(isTheDefault);
  await tx.db
    .updateTable('billing.dunning_timelines')
    .set({ archived_at: tx.now })
    .where('id', '=', id)
    .execute();
  await setFamilies(tx, id, []);
  note(tx, id, timeline.version, 'archived');
}

/** Errors: `changed_meanwhile`. */
export async function changeWorkingDays(tx: Tx, value: WorkingDaysSetting, version: number) {
  const saved = await changeSetting(tx, workingDays, value, version);
  await lookAtAllAgain(tx);
  return saved;
}

function assertUsable(plan: PlanBody): void {
  const problems = problemsOf(plan);
  if (problems.length === 0) return;
  throw new Problem(planRefused, {
    fields: problems.map(({ step, code }) => ({
      path: step === null ? 'plan.hours' : `plan.steps.${step}`,
      code,
      message: code.replaceAll('_', ' '),
    })),
  });
}

async function lockTimeline(tx: Tx, id: TimelineId) {
  const row = await tx.db
    .selectFrom('billing.dunning_timelines')
    .select(['version', 'is_default'])
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row;
}

async function addVersion(tx: Tx, id: TimelineId, version: number, plan: PlanBody): Promise<void> {
  await tx.db
    .insertInto('billing.dunning_versions')
    .values({ timeline_id: id, version, plan: JSON.stringify(plan), saved_at: tx.now })
    .execute();
  await lookAtAllAgain(tx);
}

async function setFamilies(tx: Tx, id: TimelineId, asked: readonly string[]): Promise<void> {
  const families = [...new Set(asked)];
  await tx.db.deleteFrom('billing.dunning_families').where('timeline_id', '=', id).execute();
  if (families.length === 0) return;
  const { numAffectedRows } = await sql`
    insert into billing.dunning_families (timeline_id, group_id, product_id)
    select ${id}, g.id, p.id from unnest(${families}::uuid[]) as family (id)
      left join catalog.groups g on g.id = family.id left join catalog.products p on p.id = family.id
    where g.id is not null or p.id is not null`
    .execute(tx.db)
    .catch((error: Error & { code?: string }) => {
      throw error.code === '23505' ? new Problem(familyTaken) : error;
    });
  if (Number(numAffectedRows) !== families.length) throw new Problem(notFound);
}

/** What was found out about when to look at invoices may hold no more. */
async function lookAtAllAgain(tx: Tx): Promise<void> {
  await tx.db
    .updateTable('billing.invoices')
    .set({ collect_at: null })
    .where('collect_at', 'is not', null)
    .where('status', 'in', ['due', 'overdue', 'pending'])
    .execute();
}

function note(
  tx: Tx,
  timelineId: TimelineId,
  version: number,
  change: 'added' | 'changed' | 'archived',
): void {
  tx.emit(dunningTimelineChanged, {
    organizationId: null,
    subject: { kind: 'dunning-timeline', id: timelineId },
    data: { timelineId, version, change },
  });
}
