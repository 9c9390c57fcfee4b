import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { taxRuleChanged } from '../events.ts';
import { ruleExists } from '../tax-contract.ts';
import type { RuleBody } from '../tax-contract.ts';

function columnsOf({ from, until, name, base, reason, exemptionCode, transactionCode, ...same }: RuleBody) {
  return {
    ...same,
    valid_from: from,
    valid_until: until,
    name: JSON.stringify(name),
    base_numerator: base.numerator,
    base_denominator: base.denominator,
    exemption_code: exemptionCode,
    reason: reason && JSON.stringify(reason),
    transaction_code: transactionCode,
  };
}

/** Errors: `rule_exists`. */
export async function addTaxRule(tx: Tx, body: RuleBody): Promise<void> {
  const id = tx.newId<'tax-rule'>();
  await refusingSame(
    tx.db
      .insertInto('billing.tax_rules')
      .values({ id, ...columnsOf(body) })
      .execute(),
  );
  note(tx, id, 'added');
}

/** What is issued keeps the tax it was issued with. Errors: `not_found`, `changed_meanwhile`, `rule_exists`. */
export async function changeTaxRule(
  tx: Tx,
  id: Id<'tax-rule'>,
  version: number,
  body: RuleBody,
): Promise<void> {
  const { numUpdatedRows } = await refusingSame(
    tx.db
      .updateTable('billing.tax_rules')
      .set({ ...columnsOf(body), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  );
  if (numUpdatedRows === 0n) {
    const there = await tx.db
      .selectFrom('billing.tax_rules')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    throw new Problem(there ? changedMeanwhile : notFound);
  }
  note(tx, id, 'changed');
}

/** Errors: `not_found`. */
export async function removeTaxRule(tx: Tx, id: Id<'tax-rule'>): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('billing.tax_rules')
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem(notFound);
  note(tx, id, 'removed');
}

function refusingSame<Result>(writing: Promise<Result>): Promise<Result> {
  return writing.catch((error: Error & { code?: string }) => {
    throw error.code === '23505' ? new Problem(ruleExists) : error;
  });
}

function note(tx: Tx, ruleId: string, change: 'added' | 'changed' | 'removed'): void {
  tx.emit(taxRuleChanged, {
    organizationId: null,
    subject: { kind: 'tax-rule', id: ruleId },
    data: { ruleId, change },
  });
}
