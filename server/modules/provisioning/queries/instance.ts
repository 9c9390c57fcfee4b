import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { ProvisionedInstance } from '../contract.ts';
import { isOpen } from '../domain/service.ts';
import { storedInstance } from '../instance.ts';
import { findOpenTask, type Asking } from './tasks.ts';

/** The technical side of one service with the log of what was asked, for staff; null when there never was one. */
export async function showInstance(
  db: Db,
  asking: Asking,
  service: Id<'service'>,
  now: Date,
): Promise<ProvisionedInstance | null> {
  const [row, operations, task] = await Promise.all([
    db.selectFrom('provisioning.instances').selectAll().where('service_id', '=', service).executeTakeFirst(),
    db
      .selectFrom('provisioning.operations')
      .selectAll()
      .where('service_id', '=', service)
      .orderBy('id', 'desc')
      .limit(50)
      .execute(),
    findOpenTask(db, asking, service),
  ]);
  if (!row) return null;
  const stored = storedInstance(row);
  const { desired, observed, last } = stored.service;
  const gate = {
    your_role: !asking.mayManage,
    being_asked: stored.busyUntil !== null && stored.busyUntil > now,
  };
  const asWanted = observed.state === desired.state && !(last && isOpen(last)) && stored.attention === null;
  const settleable = unless({ ...gate, as_wanted: asWanted });
  return {
    provisioner: stored.provisioner,
    connection: stored.connection,
    desired,
    observed,
    plan: stored.wanted.plan,
    parameters: stored.wanted.parameters,
    remoteId: stored.remoteId,
    hasCredentials: stored.credentials !== null,
    progress: row.progress,
    attention: stored.attention,
    lastError: row.last_error as ProvisionedInstance['lastError'],
    nextAt: row.next_at?.toISOString() ?? null,
    busyUntil: row.busy_until?.toISOString() ?? null,
    task,
    operations: operations.map((operation) => ({
      id: operation.id,
      kind: operation.kind as ProvisionedInstance['operations'][number]['kind'],
      attempt: operation.attempt,
      cleanUp: operation.clean_up,
      startedAt: operation.started_at.toISOString(),
      answeredAt: operation.answered_at?.toISOString() ?? null,
      polls: operation.polls,
      outcome: operation.outcome as ProvisionedInstance['operations'][number]['outcome'],
      failureClass: operation.failure_class as ProvisionedInstance['operations'][number]['failureClass'],
      code: operation.code,
      message: operation.message,
    })),
    can: { retry: settleable, markAsDone: settleable },
  };
}
