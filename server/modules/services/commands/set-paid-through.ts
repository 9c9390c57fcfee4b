import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { serviceRenewed } from '../events.ts';
import { lockService, type ServiceKey } from '../service.ts';
import { emitAbout, writeService } from './write-service.ts';

/** Notes that the time up to `through`, not included, is paid for. It never goes back. */
export async function setPaidThrough(
  tx: Tx,
  { organization, service: id, through }: ServiceKey & { through: CalendarDate },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const from = service.paidThrough ?? service.anchorOn;
  if (!from || through <= from) return;
  await writeService(tx, service, { paid_through: through });
  emitAbout(tx, service, serviceRenewed, { from, to: through });
}
