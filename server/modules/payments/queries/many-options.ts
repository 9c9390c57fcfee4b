import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { toJson } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { mixedCurrencies } from '../many-contract.ts';
import type { ManyOptions } from '../many-contract.ts';
import { payAbility } from '../domain/abilities.ts';
import { offered } from '../settings.ts';
import { mayPayWith, methodView, offeredMethods } from './methods.ts';
import { listSavedMethods } from './saved-methods.ts';

/**
 * What several invoices come to, the oldest due first, and how they can be paid as one; without ids all that may be paid, in the
 * organization's currency. Errors: `not_found`, `mixed_currencies`.
 */
export async function manyOptions(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  organization: Id<'organization'>,
  invoices: readonly Id<'invoice'>[] | undefined,
  now: Date,
): Promise<ManyOptions> {
  const own = await findOrganization(db, organization);
  const which = invoices
    ? sql`id = any (${[...invoices]}::uuid[])`
    : sql`status in ('due', 'overdue') and currency = ${own.currency}`;
  const [{ rows }, { value }, saved] = await Promise.all([
    sql<Row>`
      select id, number, title, currency, document, status, due_on, case when document = 'issued' then total - paid else 0 end as balance
      from billing.invoices where organization_id = ${organization} and ${which}
      order by due_on, id limit 50`.execute(db),
    readSetting(db, offered),
    listSavedMethods(db, organization, now),
  ]);
  if (invoices && rows.length !== new Set(invoices).size) throw new Problem(notFound);
  const currency = rows[0]?.currency ?? (own.currency as Currency);
  if (rows.some((row) => row.currency !== currency)) throw new Problem(mixedCurrencies);
  const total = { amount: rows.reduce((sum, row) => sum + row.balance, 0n), currency };
  const methods = offeredMethods(ports, value).filter(({ method }) => method.limits[currency] !== undefined);
  return {
    invoices: rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      dueOn: row.due_on,
      balance: toJson({ amount: row.balance, currency }),
      can: { pay: payAbility(row) },
    })),
    total: toJson(total),
    methods: methods.map((one) => methodView(one, mayPayWith(one.method, total))),
    saved: saved.filter(({ gateway, kind }) =>
      methods.some(
        (one) => one.gateway.name === gateway && one.method.kind === kind && one.gateway.chargeSaved,
      ),
    ),
  };
}

interface Row {
  id: string;
  number: string | null;
  title: { id: string; en: string };
  currency: Currency;
  document: string;
  status: string;
  due_on: string;
  balance: bigint;
}
