import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { holdBilling } from '../services/index.ts';
import type { Held } from './decide-renewals.ts';
import { renewalsHeldBack } from './events.ts';

/** Notes what is not billed by itself, so that it is not looked at again before somebody has decided; staff hear of each client once. */
export async function holdBack(tx: Tx, held: readonly Held[]): Promise<void> {
  const rows = held.map(({ service, payer, total, reasons }) => ({
    organization_id: service.organization,
    service_id: service.id,
    period_from: service.nextPeriod.from,
    payer_id: payer,
    currency: service.currency,
    total: total === null ? null : String(total),
    reasons,
  }));
  await Promise.all([
    sql`
      insert into billing.held_back (organization_id, service_id, period_from, payer_id, currency, total, reasons, held_at)
      select organization_id, service_id, period_from, payer_id, currency, total, reasons, ${tx.now}::timestamptz
      from jsonb_populate_recordset(null::billing.held_back, ${JSON.stringify(rows)}::jsonb)
      on conflict do nothing`.execute(tx.db),
    holdBilling(
      tx,
      held.map(({ service }) => service),
      true,
    ),
  ]);
  for (const payer of new Set(held.map((one) => one.payer))) {
    const reasons = held.flatMap((one) => (one.payer === payer ? one.reasons : []));
    tx.emit(renewalsHeldBack, {
      organizationId: payer,
      subject: { kind: 'organization', id: payer },
      data: { reasons: [...new Set(reasons)] },
    });
  }
}
