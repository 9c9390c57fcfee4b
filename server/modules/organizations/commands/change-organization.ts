import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { organizationPatch } from '../contract.ts';
import { organizationChanged } from '../events.ts';

/** Changes an organization's details, if nobody did so since `version`. Its address in links stays. */
export async function changeOrganization(
  tx: Tx,
  organization: Id<'organization'>,
  version: number,
  change: z.output<typeof organizationPatch>,
): Promise<void> {
  const { billingEmail, taxId, timeZone, ...same } = change;
  const changed = await tx.db
    .updateTable('organizations.organizations')
    .set({
      ...same,
      ...(billingEmail === undefined ? {} : { billing_email: billingEmail }),
      ...(taxId === undefined ? {} : { tax_id: taxId }),
      ...(timeZone === undefined ? {} : { time_zone: timeZone }),
      version: version + 1,
    })
    .where('id', '=', organization)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Problem(changedMeanwhile);
  tx.emit(organizationChanged, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { fields: Object.keys(change) },
  });
}

/** How often to remind of looking through who has access; null: never. */
export async function changeReview(
  tx: Tx,
  organization: Id<'organization'>,
  months: number | null,
): Promise<void> {
  await tx.db
    .updateTable('organizations.organizations')
    .set({ review_months: months })
    .where('id', '=', organization)
    .execute();
  tx.emit(organizationChanged, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { fields: ['reviewMonths'] },
  });
}
