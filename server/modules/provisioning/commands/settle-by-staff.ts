import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { noteTechnicalState, type ServiceKey } from '../../services/index.ts';
import type { Service } from '../domain/service.ts';
import { tryAgain } from '../domain/settle.ts';
import {
  instanceSettledByStaff,
  serviceDeprovisioned,
  serviceProvisioned,
  serviceSuspendedTechnically,
} from '../events.ts';
import { credentialsOf, emitAbout, lockInstance, saveInstance, type StoredInstance } from '../instance.ts';
import { lookAt } from '../jobs.ts';
import type { Facts } from '../provisioner.ts';
import { technicalStateOf } from '../technical-state.ts';
import { closeTask } from './open-task.ts';

/** Staff have mended the cause: what is missing is asked of the vendor anew, at once. Errors: `not_found`, `wrong_state` while it is being asked. */
export async function retryInstance(tx: Tx, key: ServiceKey): Promise<void> {
  const stored = await lockFree(tx, key);
  await saveInstance(tx, stored, tryAgain(stored.service, tx.now), {
    attention: null,
    next_at: tx.now,
    turn: stored.turn + 1,
  });
  await closeTask(tx, key, 'done', '');
  emitAbout(tx, key, instanceSettledByStaff, { how: 'again' });
  lookAt(tx, key);
}

/** Staff have seen that it is as it should be. Errors: `not_found`, `wrong_state` while the vendor is being asked. */
export async function markAsDone(tx: Tx, key: ServiceKey): Promise<void> {
  const stored = await lockFree(tx, key);
  await confirmAsWanted(tx, stored, {});
  await closeTask(tx, key, 'done', '');
  emitAbout(tx, key, instanceSettledByStaff, { how: 'as_done' });
  lookAt(tx, key);
}

async function lockFree(tx: Tx, key: ServiceKey): Promise<StoredInstance> {
  const stored = await lockInstance(tx, key);
  if (!stored) throw new Problem(notFound);
  if (stored.busyUntil && stored.busyUntil > tx.now) {
    throw new Problem(wrongState, { facts: { reason: 'being_asked' } });
  }
  return stored;
}

const whenAsWanted = {
  running: serviceProvisioned,
  suspended: serviceSuspendedTechnically,
  absent: serviceDeprovisioned,
} as const;

/** For an instance the transaction has locked: a person says that everything is as wanted, whatever was asked last. */
export async function confirmAsWanted(tx: Tx, stored: StoredInstance, facts: Facts): Promise<void> {
  const { key } = stored;
  const { desired } = stored.service;
  const gone = desired.state === 'absent';
  const service: Service = {
    desired,
    observed: { state: desired.state, revision: gone ? 0 : desired.revision },
    last: null,
  };
  const { credentials, remoteId } = facts;
  await saveInstance(tx, stored, service, {
    confirmed: gone ? null : JSON.stringify(stored.wanted),
    attention: null,
    last_error: null,
    progress: null,
    ...(gone ? { remote_id: null, credentials: null } : {}),
    ...(remoteId === undefined ? {} : { remote_id: remoteId }),
    ...(credentials
      ? { credentials: tx.vault.seal(credentialsOf(key.service), JSON.stringify(credentials)) }
      : {}),
    next_at: tx.now,
    busy_until: null,
    turn: stored.turn + 1,
  });
  await noteTechnicalState(tx, {
    ...key,
    state: technicalStateOf(service, false),
    facts: gone ? {} : facts.shown,
    dashboardUrl: gone ? null : facts.dashboardUrl,
  });
  emitAbout(tx, key, whenAsWanted[desired.state], {});
}
