import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { z } from 'zod';
import { taxProfileChanged } from '../events.ts';
import type { profileBody } from '../tax-contract.ts';

/**
 * Says how an organization stands with taxes, for invoices from now on. What staff have appointed stays when a client changes the rest.
 * Needs a transaction that sees everything. Errors: `changed_meanwhile`.
 */
export async function changeTaxProfile(
  tx: Tx,
  organization: Id<'organization'>,
  { kind, legal, reference, apart }: z.output<typeof profileBody>,
  { version, staff }: { version: number; staff: boolean },
): Promise<void> {
  const known = await tx.db
    .selectFrom('billing.tax_profiles')
    .select(['kind', 'version'])
    .where('organization_id', '=', organization)
    .forUpdate()
    .executeTakeFirst();
  if ((known?.version ?? 0) !== version) throw new Problem(changedMeanwhile);
  const appointed = known?.kind === 'treasurer' || known?.kind === 'collector';
  const values = {
    kind: appointed && !staff ? known.kind : kind,
    legal: JSON.stringify(legal),
    reference,
    ...(apart !== undefined && { apart }),
    version: version + 1,
  };
  const written = await tx.db
    .insertInto('billing.tax_profiles')
    .values({ organization_id: organization, ...values })
    .onConflict((conflict) =>
      conflict
        .column('organization_id')
        .doUpdateSet(values)
        .where('billing.tax_profiles.version', '=', version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) throw new Problem(changedMeanwhile);
  tx.emit(taxProfileChanged, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { kind: values.kind as typeof kind },
  });
}
