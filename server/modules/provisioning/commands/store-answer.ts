import type { Tx } from '../../../kernel/db/tx.ts';
import { noteTechnicalState } from '../../services/index.ts';
import type { LastOperation } from '../domain/service.ts';
import { settle } from '../domain/settle.ts';
import {
  provisioningFailed,
  provisioningProgressed,
  serviceDeprovisioned,
  serviceProvisioned,
  serviceResumedTechnically,
  serviceSuspendedTechnically,
  serviceUpdatedTechnically,
} from '../events.ts';
import { credentialsOf, emitAbout, lockInstance, saveInstance, type StoredInstance } from '../instance.ts';
import type { Facts, Outcome } from '../provisioner.ts';
import { technicalStateOf } from '../technical-state.ts';
import { openTask } from './open-task.ts';
import type { Call } from './take-step.ts';

/**
 * Records what a vendor answered. An answer that comes after somebody else has asked anew is dropped:
 * theirs is the one that counts, and the key makes both the same operation.
 */
export async function storeAnswer(tx: Tx, call: Call, outcome: Outcome): Promise<void> {
  const stored = await lockInstance(tx, call.key);
  if (!stored || stored.turn !== call.turn) return;
  await settleInstance(tx, stored, outcome, { polled: call.pending !== null });
}

/** For an instance the transaction has locked, whose last operation the vendor or a person answered about. */
export async function settleInstance(
  tx: Tx,
  stored: StoredInstance,
  outcome: Outcome,
  { polled }: { polled: boolean },
): Promise<void> {
  const last = stored.service.last!;
  const service = settle(stored.service, outcome, tx.now);
  const facts = outcome.state === 'done' ? factsAfter(tx, stored, last, outcome.facts) : null;
  const failure = outcome.state === 'failed' || outcome.state === 'unknown' ? outcome : null;
  await saveInstance(tx, stored, service, {
    ...facts?.columns,
    progress: outcome.state === 'accepted' ? (outcome.progress ?? null) : null,
    ...(outcome.state === 'done' ? { last_error: null } : {}),
    ...(failure
      ? { last_error: JSON.stringify({ code: failure.code, message: failure.message, at: tx.now }) }
      : {}),
    busy_until: null,
    next_at: tx.now,
    turn: stored.turn + 1,
  });
  await logAnswer(tx, stored, outcome, polled);
  await noteTechnicalState(tx, {
    ...stored.key,
    state: technicalStateOf(service, false),
    facts: facts?.shown,
    dashboardUrl: facts?.dashboardUrl,
  });
  if (outcome.state === 'needs_staff') {
    await openTask(tx, stored, {
      kind: 'operation',
      what: last.kind,
      instructions: outcome.instructions,
    });
  }
  tell(tx, stored, last, outcome);
}

/** What is kept once an operation is done. What is gone leaves nothing behind. */
function factsAfter(tx: Tx, stored: StoredInstance, last: LastOperation, facts: Facts) {
  if (last.kind === 'deprovision') {
    return {
      columns: { remote_id: null, credentials: null, confirmed: null },
      shown: {},
      dashboardUrl: null,
    };
  }
  const { remoteId, credentials, dashboardUrl, shown } = facts;
  const asked = last.kind === 'provision' || last.kind === 'update';
  return {
    columns: {
      ...(asked ? { confirmed: JSON.stringify(stored.sent) } : {}),
      ...(remoteId === undefined ? {} : { remote_id: remoteId }),
      ...(credentials
        ? { credentials: tx.vault.seal(credentialsOf(stored.key.service), JSON.stringify(credentials)) }
        : {}),
    },
    shown,
    dashboardUrl,
  };
}

async function logAnswer(
  tx: Tx,
  { key, service }: StoredInstance,
  outcome: Outcome,
  polled: boolean,
): Promise<void> {
  const last = service.last!;
  const failure = outcome.state === 'failed' || outcome.state === 'unknown' ? outcome : null;
  await tx.db
    .updateTable('provisioning.operations')
    .set((eb) => ({
      outcome: outcome.state,
      failure_class: outcome.state === 'failed' ? outcome.class : null,
      code: failure?.code ?? null,
      message: failure?.message ?? (outcome.state === 'accepted' ? (outcome.progress ?? null) : null),
      answered_at: tx.now,
      ...(polled ? { polls: eb('polls', '+', 1) } : {}),
    }))
    .where('organization_id', '=', key.organization)
    .where('service_id', '=', key.service)
    .where('key', '=', last.key)
    .where('attempt', '=', last.attempts)
    .execute();
}

const whenDone = {
  provision: serviceProvisioned,
  update: serviceUpdatedTechnically,
  suspend: serviceSuspendedTechnically,
  resume: serviceResumedTechnically,
  deprovision: serviceDeprovisioned,
} as const;

function tell(tx: Tx, { key }: StoredInstance, last: LastOperation, outcome: Outcome): void {
  const { kind } = last;
  if (outcome.state === 'done' && last.cleansUp === null) emitAbout(tx, key, whenDone[kind], {});
  if (outcome.state === 'accepted') emitAbout(tx, key, provisioningProgressed, { kind });
  const willRetry = outcome.state === 'failed' && outcome.class !== 'permanent';
  if (willRetry && last.attempts === 1) emitAbout(tx, key, provisioningFailed, { kind, willRetry });
}
