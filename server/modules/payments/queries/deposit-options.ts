import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money, toJson } from '../../../kernel/values/money.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { depositTerms, transferAccounts } from '../../billing/index.ts';
import type { DepositOptions } from '../deposit-contract.ts';
import { openStatuses } from '../domain/asking.ts';
import { offered } from '../settings.ts';
import { mayPayWith, methodView, offeredMethods } from './methods.ts';
import { listSavedMethods } from './saved-methods.ts';
import { showAttempt } from './show-attempt.ts';
import { newestDepositTransfer } from './transfers.ts';

/** How much a client may add to its credit, in how many ways (of a sum that is named, or of the smallest), and what is under way. */
export async function depositOptions(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  organization: Id<'organization'>,
  { amount, now }: { amount?: number | undefined; now: Date },
): Promise<DepositOptions> {
  const [{ currency, terms }, { value }, saved, open, transfer, accounts] = await Promise.all([
    depositTerms(db, organization),
    readSetting(db, offered),
    listSavedMethods(db, organization, now),
    findOpen(db, organization),
    newestDepositTransfer(db, organization),
    transferAccounts(db),
  ]);
  const sum = (amount: bigint) => toJson(money(amount, currency));
  const { credit, min, max, most, room } = terms ?? { credit: 0n, min: 0n, max: 0n, most: 0n, room: 0n };
  const add = unless({
    deposit_not_offered: terms === null,
    payment_pending: transfer?.state === 'reported',
    credit_full: room < min,
  });
  const methods = offeredMethods(ports, value).filter(({ method }) => method.limits[currency] !== undefined);
  return {
    credit: sum(credit),
    min: sum(min),
    max: sum(max),
    most: sum(most),
    room: sum(room),
    methods: methods.map((one) =>
      methodView(one, mayPayWith(one.method, money(amount === undefined ? min : BigInt(amount), currency))),
    ),
    saved: saved.filter(({ gateway, kind }) =>
      methods.some(
        (one) => one.gateway.name === gateway && one.method.kind === kind && one.gateway.chargeSaved,
      ),
    ),
    accounts,
    open: open && (await showAttempt(db, organization, open, now)),
    transfer,
    can: { add },
  };
}

async function findOpen(db: Db, organization: Id<'organization'>): Promise<Id<'attempt'> | null> {
  const { rows } = await sql<{ id: Id<'attempt'> }>`
    select id from payments.attempts where organization_id = ${organization} and purpose = 'deposit'
      and status in (${sql.join(openStatuses.map((status) => sql.lit(status)))})`.execute(db);
  return rows[0]?.id ?? null;
}
