import type { Ports } from '../../../kernel/ports.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { toJson } from '../../../kernel/values/money.ts';
import { findPayable } from '../../billing/index.ts';
import type { PaymentOptions } from '../contract.ts';
import { payAbility } from '../domain/abilities.ts';
import { offered } from '../settings.ts';
import { mayPayWith, methodView, offeredMethods } from './methods.ts';
import { listSavedMethods } from './saved-methods.ts';
import { showOpenAttempt } from './show-attempt.ts';
import { newestTransferOf } from './transfers.ts';

/** In how many ways an invoice can be paid, and what is under way. Errors: `not_found`. */
export async function paymentOptions(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
  now: Date,
): Promise<PaymentOptions> {
  const [payable, { value }, saved, open, transfer] = await Promise.all([
    findPayable(db, organization, invoice),
    readSetting(db, offered),
    listSavedMethods(db, organization, now),
    showOpenAttempt(db, organization, invoice, now),
    newestTransferOf(db, organization, invoice),
  ]);
  if (!payable) throw new Problem(notFound);
  const { currency, balance } = payable;
  const owed = { amount: balance, currency };
  const pay = payAbility(payable);
  const methods = offeredMethods(ports, value).filter(({ method }) => method.limits[currency] !== undefined);
  return {
    invoice: {
      id: invoice,
      number: payable.number,
      total: toJson({ amount: payable.total, currency }),
      balance: toJson(owed),
      dueOn: payable.dueOn,
      status: payable.status,
    },
    methods: methods.map((one) => methodView(one, pay === true ? mayPayWith(one.method, owed) : pay)),
    saved: saved.filter(({ gateway, kind }) =>
      methods.some(
        (one) => one.gateway.name === gateway && one.method.kind === kind && one.gateway.chargeSaved,
      ),
    ),
    open,
    transfer,
    can: { pay, reportTransfer: pay },
  };
}
