import type { Tx } from '../../../kernel/db/tx.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { feeRuleChanged } from '../events.ts';
import { feeRuleExists, feeRuleInUse, unknownGateway } from '../fee-contract.ts';
import type { FeeRuleBody } from '../fee-contract.ts';

/** What came before stays as it was booked: a rule is for money from its day on that comes after it was added. Errors: `unknown_gateway`, `fee_rule_exists`. */
export async function addFeeRule(
  tx: Tx,
  { gateways }: Pick<Ports, 'gateways'>,
  rule: FeeRuleBody,
  by: Id<'person'>,
): Promise<void> {
  const methods = gateways
    .get(rule.gateway)
    ?.methods.filter(({ id }) => rule.method === null || id === rule.method);
  if (!methods?.some(({ limits }) => limits[rule.currency] !== undefined)) throw new Problem(unknownGateway);
  const id = tx.newId<'fee-rule'>();
  const added = await tx.db
    .insertInto('payments.fee_rules')
    .values({
      id,
      gateway: rule.gateway,
      method: rule.method,
      currency: rule.currency,
      share: rule.share,
      fixed: BigInt(rule.fixed),
      valid_from: rule.from,
      given_back: rule.givenBack,
      added_by: by,
      added_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem(feeRuleExists);
  emit(tx, id, 'added');
}

/** One that has not begun anywhere. Errors: `not_found`, `fee_rule_in_use`. */
export async function removeFeeRule(tx: Tx, rule: Id<'fee-rule'>): Promise<void> {
  const row = await tx.db
    .selectFrom('payments.fee_rules')
    .select('valid_from')
    .where('id', '=', rule)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (row.valid_from <= dateIn(earliest, tx.now)) throw new Problem(feeRuleInUse);
  await tx.db.deleteFrom('payments.fee_rules').where('id', '=', rule).execute();
  emit(tx, rule, 'removed');
}

/** Where days begin first. */
export const earliest = 'Pacific/Kiritimati';

function emit(tx: Tx, id: Id<'fee-rule'>, change: 'added' | 'removed'): void {
  tx.emit(feeRuleChanged, {
    organizationId: null,
    subject: { kind: 'fee-rule', id },
    data: { ruleId: id, change },
  });
}
