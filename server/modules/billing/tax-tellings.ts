import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import { findMembersWhoMay } from '../organizations/index.ts';
import { toNumber } from './invoice-row.ts';
import { withholdTaxes } from './permissions.ts';
import { slipMissing, slipNotInOrder, withheldOwedAgain } from './tax-messages.ts';
import type { LockedWithholding } from './withholding-row.ts';

type Told = Pick<LockedWithholding, 'organization' | 'id' | 'invoice' | 'kind' | 'amount' | 'slipDueOn'>;

/** Once for each time it is asked for. */
export async function tellOfMissingSlip(tx: Tx, of: Told & { reminders: number }): Promise<void> {
  await tell(tx, of, slipMissing, `${of.id}:${of.reminders}`, await aboutSlip(tx, of));
}

export async function tellOfRefusedSlip(tx: Tx, of: Told, reason: string): Promise<void> {
  const about = { ...(await aboutSlip(tx, of)), reason };
  await tell(tx, of, slipNotInOrder, `${of.id}:${tx.now.toISOString()}`, about);
}

export async function tellOfReopened(tx: Tx, of: Told): Promise<void> {
  await tell(tx, of, withheldOwedAgain, of.id, await aboutSlip(tx, of));
}

async function aboutSlip(tx: Tx, { organization, invoice, kind, amount, slipDueOn }: Told) {
  const row = await tx.db
    .selectFrom('billing.invoices as i')
    .innerJoin('organizations.organizations as o', 'o.id', 'i.organization_id')
    .select(['i.number', 'i.currency', 'o.slug'])
    .where('i.organization_id', '=', organization)
    .where('i.id', '=', invoice)
    .executeTakeFirstOrThrow();
  return {
    number: row.number ?? '',
    kind,
    amount: { amount: toNumber(amount), currency: row.currency },
    dueOn: slipDueOn,
    path: `/o/${row.slug}/invoices/${invoice}`,
  };
}

async function tell<Data>(
  tx: Tx,
  { organization }: Told,
  message: MessageKind<Data>,
  occurrence: string,
  data: Data,
): Promise<void> {
  for (const person of await findMembersWhoMay(tx.db, organization, withholdTaxes))
    tx.tell(message, { to: { person }, organizationId: organization, occurrence, data });
}
