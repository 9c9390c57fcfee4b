import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { findPausePolicy } from '../../catalog/index.ts';
import { serviceAbilities } from '../domain/service-states.ts';
import { lockService, refuse, type ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { hold, release } from './suspend-service.ts';

/**
 * A client holds a service of theirs that cannot be paused: it is billed on. Errors: `wrong_state`, also where the business does not offer it,
 * and with `pause_instead` where clients pause.
 */
export async function suspendByClient(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const { value: rules } = await readSetting(tx.db, serviceRules);
  if (!rules.clientsMaySuspend) refuse('not_offered');
  const service = await lockService(tx, organization, id);
  const { who } = await findPausePolicy(tx.db, service.planId);
  if (who === 'clients') refuse('pause_instead');
  const { suspend } = serviceAbilities('client', service);
  if (suspend !== true) refuse(suspend.no);
  await hold(tx, service, 'customer', '');
}

/** A client lets go what they held. Errors: `wrong_state` when somebody else holds it, or nobody. */
export async function resumeByClient(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { lift } = serviceAbilities('client', service);
  if (lift !== true) refuse(lift.no);
  await release(tx, service, 'customer');
}
