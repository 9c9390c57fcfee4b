import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrganization } from '../../organizations/index.ts';
import { noLegal, npwp16 } from '../domain/legal.ts';
import type { Legal } from '../domain/legal.ts';
import { buyerKindOf } from '../domain/tax-decision.ts';
import type { BuyerKind } from '../domain/tax-decision.ts';
import type { TaxProfile } from '../tax-contract.ts';

/** How an organization stands with taxes; `staff`: whether staff ask. Errors: `not_found`. */
export async function showTaxProfile(
  db: Db,
  organization: Id<'organization'>,
  staff: boolean,
): Promise<TaxProfile> {
  const { country, taxId } = await findOrganization(db, organization);
  const row = await db
    .selectFrom('billing.tax_profiles')
    .select(['kind', 'legal', 'reference', 'apart', 'version'])
    .where('organization_id', '=', organization)
    .executeTakeFirst();
  const kind = (row?.kind ?? null) as BuyerKind | null;
  const appointed = kind === 'treasurer' || kind === 'collector';
  return {
    kind,
    kindNow: buyerKindOf({ kind, taxId }),
    legal: (row?.legal as Legal | undefined) ?? noLegal,
    reference: row?.reference ?? '',
    apart: row?.apart ?? false,
    country,
    taxId,
    taxIdLooksWrong: country === 'ID' && taxId !== '' && npwp16(taxId) === null,
    version: row?.version ?? 0,
    can: { setKind: appointed && !staff ? { no: 'set_by_staff' } : true },
  };
}
