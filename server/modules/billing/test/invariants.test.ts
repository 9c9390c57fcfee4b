import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, inject, test } from 'vitest';
import { writeSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { billing } from '../module.ts';
import { revenueTerms } from '../revenue-settings.ts';
import { expectSoundBooks, issue, mailsTo, receive } from './world.ts';

const app = await createTestApp();
let invoice: Id<'invoice'>;

beforeAll(async () => {
  const organization = await buildOrganization(app);
  invoice = await issue(app, organization, { amount: 100_000n });
  await receive(app, organization, invoice, 40_000n);
  await receive(app, await buildOrganization(app), null, 5_000n);
  await app.ctx.transact((tx) => writeSetting(tx, revenueTerms, { deferFrom: '2026-01-01' }, 0));
  const period = { from: '2026-03-01', to: '2026-04-01' } as { from: CalendarDate; to: CalendarDate };
  const rent = { serviceId: null, description: { id: 'Sewa', en: 'Rent' }, quantity: 1, taxable: false };
  const lines = [{ ...rent, period, unitPrice: 310_000n }];
  await issue(app, await buildOrganization(app), { lines });
  await app.settle();
});

/** As somebody who goes around every guard: the owner of the tables, with their triggers off. */
async function tamper(statement: string): Promise<void> {
  const { rows } = await app.app.pool.query<{ name: string }>('select current_database() as name');
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${rows[0]!.name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; ${statement}`);
  } finally {
    await client.end();
  }
}

async function found(): Promise<string[]> {
  const broken = [];
  for (const { name, violations } of billing.invariants!)
    if ((await app.ctx.read((db) => violations(db, 5))).length > 0)
      broken.push(name.slice('billing.'.length));
  return broken;
}

test('sound books are found sound', () => expectSoundBooks(app));

test.each([
  ['every-entry-balances', 'update billing.postings set debit = debit + 1 where debit > 0 and line = 1'],
  ['balances-are-the-sums-of-their-entries', 'update billing.balances set credit = credit + 1'],
  ['lots-are-what-was-not-used-of-them', 'update billing.credit_lots set amount = amount + 1'],
  ['entries-move-lots-by-what-they-do-to-credit', 'update billing.credit_lots set amount = amount + 1'],
  ['credit-is-what-is-left-of-its-lots', 'update billing.balances set credit = credit + 1'],
  ['entries-run-on', 'update billing.entries set receivable_after = 7 where sequence = 1'],
  ['what-is-owed-stands-on-open-invoices', `update billing.invoices set paid = 50000 where paid > 0`],
  ['allocations-add-up-to-what-is-paid', 'update billing.allocations set amount = 39999'],
  ['a-receipt-pays-no-more-than-it-is-for', 'update billing.receipts set amount = 39999'],
  ['lines-add-up', 'update billing.invoice_lines set net = net - 1'],
  ['invoice-numbers-have-no-gaps', `update billing.series set last = 3 where kind = 'invoice'`],
  ['receipt-numbers-have-no-gaps', `update billing.receipts set year = null, sequence = null, number = null`],
  ['deferred-is-what-is-not-earned-yet', 'update billing.deferrals set amount = amount - 1'],
  ['deferred-lines-are-no-more-than-charged', 'update billing.deferrals set amount = amount + 1'],
  ['what-is-recognized-is-of-some-month', 'update billing.deferrals set recognized = 1'],
])('what breaks is found: %s', async (name, statement) => {
  const tables = [
    'postings',
    'balances',
    'credit_lots',
    'entries',
    'invoices',
    'allocations',
    'receipts',
    'invoice_lines',
    'series',
    'deferrals',
  ];
  const table = tables.find((one) => statement.startsWith(`update billing.${one} `))!;
  await tamper(`create table public.kept as select * from billing.${table}; ${statement}`);
  expect(await found()).toContain(name);
  const { rows } = await app.app.pool.query<{ list: string }>(
    `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`billing.${table}`],
  );
  const { list } = rows[0]!;
  await tamper(
    `delete from billing.${table}; insert into billing.${table} (${list}) select ${list} from public.kept; drop table public.kept`,
  );
  expect(await found()).toEqual([]);
});

test('what does not hold is told to those who look after the books, once a day', async () => {
  const finance = await buildStaff(app, 'finance');
  const support = await buildStaff(app, 'support');
  await tamper('update billing.balances set credit = credit + 1');
  await app.sweep('kernel.check-invariants');
  await app.settle();
  await app.sweep('kernel.check-invariants');
  await app.settle();
  await tamper('update billing.balances set credit = credit - 1');
  expect(new Set(mailsTo(app, finance))).toEqual(new Set(['The books need a look']));
  expect(mailsTo(app, finance)).toHaveLength(3);
  expect(mailsTo(app, support)).toEqual([]);
});

test('the database itself refuses what would break the books', async () => {
  const system = (statement: string) =>
    app.ctx.transact((tx) => sql.raw(statement).execute(tx.db)).catch((error: Error) => error.message);
  expect(await system('update billing.entries set owed = 1')).toMatch(/permission denied/);
  expect(await system('delete from billing.postings')).toMatch(/permission denied/);
  expect(
    await system(
      `insert into billing.postings select organization_id, currency, sequence, 9, 'revenue', 5, 0 from billing.entries`,
    ),
  ).toMatch(/does not balance/);
  expect(await system('update billing.invoices set paid = total + 1')).toMatch(/check constraint/);
  expect(await system('update billing.balances set credit = -1')).toMatch(/check constraint/);
  await expect(tamperWithTriggers('update billing.entries set owed = 1')).rejects.toThrow(/only added to/);
});

async function tamperWithTriggers(statement: string): Promise<void> {
  await tamper(`set session_replication_role = origin; ${statement}`);
}
