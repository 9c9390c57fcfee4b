import type { Db } from '../../kernel/db/types.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Ability } from '../../kernel/values/state-machine.ts';
import { serviceAbilities, whyNotEarly } from '../services/index.ts';
import type { Service } from '../services/index.ts';
import { owesForNow } from './queries/owes-for-now.ts';

/**
 * Whether a service may be changed now, and if not, why. An invoice for a period that has not begun is in nobody's way: the change takes
 * it back. Permissions and the product's policy come on top.
 */
export async function mayChange(
  db: Db,
  service: Service,
  actor: 'client' | 'staff',
  now: Date,
): Promise<Ability> {
  if (service.changingUntil && service.changingUntil > now) return { no: 'change_under_way' };
  if (service.pause && service.state !== 'paused') return { no: 'pause_planned' };
  if (service.nextTerms) return { no: 'change_scheduled' };
  if (service.cycle === 'one_time') return { no: 'paid_once' };
  const hasUnpaidInvoice = service.hasUnpaidInvoice && (await owesForNow(db, service));
  return serviceAbilities(actor, { ...service, hasUnpaidInvoice }).change;
}

/** The same of its end at once, which staff may choose where its client may not. */
export function mayEnd(service: Service, actor: 'client' | 'staff', today: CalendarDate): Ability {
  if (whyNotEarly(service, { on: today, today, staff: actor === 'staff' }) === 'in_term')
    return { no: 'in_term' };
  const { end } = serviceAbilities('staff', service);
  return service.state === 'pending' ? { no: 'not_active_yet' } : end;
}
