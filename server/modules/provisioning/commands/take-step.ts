import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { noteTechnicalState, type ServiceKey } from '../../services/index.ts';
import { findVendor } from '../connect.ts';
import { later } from '../domain/backoff.ts';
import { decide, type Step } from '../domain/reconcile.ts';
import type { LastOperation, Service } from '../domain/service.ts';
import { begin } from '../domain/settle.ts';
import type { OperationKind } from '../domain/states.ts';
import { provisioningFailed, provisioningStarted } from '../events.ts';
import { emitAbout, instanceFor, lockInstance, saveInstance, type StoredInstance } from '../instance.ts';
import {
  abilitiesOf,
  longestCallSeconds,
  type OperationRequest,
  type PendingOperation,
  type Provisioner,
} from '../provisioner.ts';
import { technicalStateOf } from '../technical-state.ts';
import { dropTask, openTask, staffGaveUp } from './open-task.ts';

/** One question to a vendor, recorded as asked. */
export interface Call {
  key: ServiceKey;
  vendor: Provisioner;
  kind: OperationKind;
  request: OperationRequest;
  /** Present when it is asked how far it is. */
  pending: PendingOperation | null;
  /** The answer counts only while the instance is still at this turn. */
  turn: number;
}

/** Nothing to ask before this instant. */
export interface Pause {
  until: Date;
}

/** Decides what comes next for an instance and records it: what to ask the vendor, how long to wait, or null for nothing by itself. */
export async function takeStep(tx: Tx, ctx: Ctx, key: ServiceKey): Promise<Call | Pause | null> {
  const stored = await lockInstance(tx, key);
  // Whoever is busy with it looks again when the answer is there; should they be killed, the sweep does.
  if (!stored || (stored.busyUntil && stored.busyUntil > tx.now)) return null;
  const vendor = await findVendor(ctx, tx.db, stored);
  if (!vendor) return rest(tx, stored, { do: 'staff', why: 'not_connected' });
  const step = decide(stored.service, abilitiesOf(vendor), tx.now);
  if (step.do === 'poll') return poll(tx, stored, vendor);
  if (step.do === 'start' || step.do === 'clean_up') return send(tx, stored, vendor, step);
  return rest(tx, stored, step);
}

async function send(
  tx: Tx,
  stored: StoredInstance,
  vendor: Provisioner,
  step: Extract<Step, { do: 'start' | 'clean_up' }>,
): Promise<Call> {
  const service = begin(stored.service, step, tx.newId(), tx.now);
  const last = service.last!;
  const asksAnew =
    step.do === 'start' && !step.again && (last.kind === 'provision' || last.kind === 'update');
  const sent = asksAnew ? stored.wanted : stored.sent;
  await tx.db
    .insertInto('provisioning.operations')
    .values({
      organization_id: stored.key.organization,
      id: tx.newId(),
      service_id: stored.key.service,
      key: last.key,
      kind: last.kind,
      attempt: last.attempts,
      clean_up: last.cleansUp !== null,
      started_at: tx.now,
    })
    .execute();
  if (last.attempts === 1 && last.cleansUp === null) {
    emitAbout(tx, stored.key, provisioningStarted, { kind: last.kind });
  }
  return ask(tx, { ...stored, sent }, vendor, service, null);
}

function poll(tx: Tx, stored: StoredInstance, vendor: Provisioner): Promise<Call> {
  const { answer, sentAt } = stored.service.last!;
  const { token, deadline } = answer as Extract<LastOperation['answer'], { state: 'accepted' }>;
  return ask(tx, stored, vendor, stored.service, { token, since: sentAt, deadline });
}

async function ask(
  tx: Tx,
  stored: StoredInstance,
  vendor: Provisioner,
  service: Service,
  pending: PendingOperation | null,
): Promise<Call> {
  const { key, kind, attempts } = service.last!;
  const busyUntil = later(tx.now, longestCallSeconds);
  const turn = stored.turn + 1;
  await saveInstance(tx, stored, service, {
    sent: stored.sent && JSON.stringify(stored.sent),
    busy_until: busyUntil,
    next_at: busyUntil,
    attention: null,
    turn,
  });
  await noteTechnicalState(tx, { ...stored.key, state: technicalStateOf(service, false) });
  const request: OperationRequest = {
    key,
    attempt: attempts,
    instance: instanceFor(stored, service.last),
    ...(kind === 'update' && stored.confirmed ? { previous: stored.confirmed } : {}),
    actorId: stored.wantedBy,
    now: tx.now,
  };
  return { key: stored.key, vendor, kind, request, pending, turn };
}

/** Nothing is asked now: it is as wanted, it is not time yet, or a person has to look. */
async function rest(
  tx: Tx,
  stored: StoredInstance,
  step: Extract<Step, { do: 'nothing' | 'wait' | 'staff' }>,
): Promise<Pause | null> {
  const { key, service } = stored;
  const attention = step.do === 'staff' && !needsNoHand(step.why) ? step.why : null;
  const until = step.do === 'wait' ? step.until : null;
  await saveInstance(tx, stored, service, { attention, next_at: until, busy_until: null });
  await noteTechnicalState(tx, { ...key, state: technicalStateOf(service, attention !== null) });
  if (attention) {
    if (attention !== stored.attention) {
      emitAbout(tx, key, provisioningFailed, { kind: service.last?.kind ?? 'provision', willRetry: false });
    }
    // Staff who said that it cannot be done are not asked again.
    if (attention !== staffGaveUp) await openTask(tx, stored, { kind: 'trouble', what: attention });
  }
  const waitsForStaff = attention !== null || service.last?.answer?.state === 'needs_staff';
  if (!waitsForStaff) await dropTask(tx, key);
  return until && { until };
}

/** A vendor that knows no holding is not told of one: the service stays held on paper. */
function needsNoHand(why: string): boolean {
  return why === 'cannot_suspend' || why === 'cannot_resume';
}
