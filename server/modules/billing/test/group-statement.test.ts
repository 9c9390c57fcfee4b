import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { GroupStatement } from '../statement-contract.ts';
import { expectSoundBooks, issue, receive } from './world.ts';

const app = await createTestApp();
const staff = await buildStaff(app, 'administrator');
const ask = async (of: TestOrganization, query = '', client = of.owner) =>
  (await client.get<GroupStatement>(of.at(`/group-statement${query}`))).body;

/** The lines of each organization lead from its opening to its closing, and the organizations add up to all together. */
function expectToMeet({ accounts, total, items }: GroupStatement): void {
  for (const { id, opening, invoiced, paid, closing } of accounts) {
    const lines = items.filter(({ of }) => of.id === id).reduce((sum, { change }) => sum + change, 0);
    expect(opening + invoiced - paid).toBe(closing);
    expect(opening + lines).toBe(closing);
  }
  for (const key of ['opening', 'invoiced', 'paid', 'closing'] as const)
    expect(accounts.reduce((sum, account) => sum + account[key], 0)).toBe(total[key]);
}

async function family() {
  const parent = await buildOrganization(app, { name: 'Parent' });
  const child = await buildOrganization(app, { name: 'Paid for', parent: parent.id });
  const sister = await buildOrganization(app, { name: 'Pays itself', parent: parent.id });
  await issue(app, child, { amount: 30_000n });
  await staff.put(`/api/console/clients/${child.id}/payer`, { pays: 'parent' });
  await app.clock.advance({ minutes: 1 });
  return { parent, child, sister };
}

test('one statement over the tree: of each what was invoiced for it, whoever owes it, and all together', async () => {
  const { parent, child, sister } = await family();
  const invoice = await issue(app, child, { amount: 100_000n });
  await issue(app, sister, { amount: 7_000n });
  await issue(app, parent, { amount: 1_000n });
  await app.clock.advance({ minutes: 1 });
  // More than is owed for the child: the rest is the parent's credit.
  await receive(app, parent, invoice, 120_000n);
  await app.settle();
  const statement = await ask(parent);
  expectToMeet(statement);
  const of = (name: string) => statement.accounts.find((one) => one.name === name);
  expect(of('Paid for')).toMatchObject({ depth: 1, invoiced: 130_000, paid: 100_000, closing: 30_000 });
  expect(of('Pays itself')).toMatchObject({ closing: 7_000 });
  expect(of('Parent')).toMatchObject({ depth: 0, invoiced: 1_000, paid: 20_000, closing: -19_000 });
  expect(statement.total).toMatchObject({ invoiced: 138_000, paid: 120_000, closing: 18_000 });
  const paidFor = statement.items.filter((line) => line.of.name === 'Paid for');
  expect(paidFor.map(({ kind, paidBy }) => [kind, paidBy?.name ?? null])).toEqual([
    ['payment_received', 'Parent'],
    ['invoice_issued', 'Parent'],
    ['invoice_issued', null],
  ]);

  // Page by page it is the same.
  const pages: GroupStatement['items'] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: GroupStatement = await ask(parent, `?limit=2${next && `&after=${next}`}`);
    pages.push(...page.items);
    next = page.next;
  }
  expect(pages).toEqual(statement.items);
  await expectSoundBooks(app);
});

test('a later range begins where the earlier one ended', async () => {
  const { parent, child } = await family();
  await issue(app, child, { amount: 50_000n });
  const day = app.clock.now().toISOString().slice(0, 10);
  const [before, after] = [await ask(parent, `?to=${day}`), await ask(parent, `?from=2027-01-01`)];
  expectToMeet(before);
  expectToMeet(after);
  expect(after.items).toEqual([]);
  for (const { id, closing } of before.accounts)
    expect(after.accounts.find((one) => one.id === id)).toMatchObject({ opening: closing, closing });
});

test('each sees only what is below and theirs to see; who has left stays by the name of then', async () => {
  const { parent, child, sister } = await family();
  await issue(app, child, { amount: 50_000n });
  const own = await ask(child);
  expect(own.accounts.map(({ name, closing }) => [name, closing])).toEqual([['Paid for', 30_000]]);
  expect(JSON.stringify(own)).not.toMatch(/Parent|Pays itself/);
  expect((await child.owner.get(parent.at('/group-statement'))).status).toBe(404);
  expect((await child.owner.get(sister.at('/group-statement'))).status).toBe(404);
  const technical = await buildMember(app, parent, 'technical');
  expect(await ask(parent, '', technical)).toMatchObject({ accounts: [], items: [], total: { closing: 0 } });

  await staff.put(`/api/console/clients/${child.id}/parent`, { parent: null });
  await staff.patch(`/api/console/clients/${child.id}`, 1, { name: 'Renamed' });
  const left = await ask(parent);
  expectToMeet(left);
  expect(left.accounts.find((one) => one.id === child.id)).toMatchObject({
    name: 'Paid for',
    depth: null,
    closing: 50_000,
  });
  expect(JSON.stringify(left)).not.toContain('Renamed');
});

test('as CSV and as a PDF it says the same, in both languages', async () => {
  const { parent, child } = await family();
  await issue(app, child, { amount: 50_000n });
  await app.settle();
  const csv = (await parent.owner.get(parent.at('/group-statement/file?lang=id'))).text;
  const lines = csv.trim().split('\r\n');
  expect(lines[0]).toContain('Organisasi,Tanggal,Keterangan,Nomor,Dibayar oleh,Debit,Kredit,Saldo,Mata uang');
  const ofChild = lines.filter((line) => line.startsWith('Paid for,'));
  expect(ofChild).toHaveLength(4);
  expect(ofChild[2]).toMatch(/Tagihan,INV\/\d{4}\/\d+,Parent,50000,,80000,IDR/);
  expect(ofChild.at(-1)).toContain('Saldo akhir,,,,,80000,IDR');
  expect(lines.at(-1)).toContain('Bersama,,Saldo akhir,,,,,80000,IDR');
  for (const lang of ['id', 'en']) {
    const pdf = await parent.owner.get(parent.at(`/group-statement/document?lang=${lang}`));
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  }
});
