import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { readSetting, writeSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { previewInvoice } from '../index.ts';
import { invoicing, seller } from '../settings.ts';
import type { TaxRules } from '../tax-contract.ts';
import { taxTerms } from '../tax-settings.ts';
import { indonesian, union } from './tax-rules.ts';
import { expectSoundBooks, issue } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');
let client: TestOrganization;
let abroad: TestOrganization;

const taxed = {
  serviceId: null,
  description: { id: 'Jasa', en: 'Work' },
  period: null,
  quantity: 1,
  taxable: true,
};

async function sell(to: TestOrganization, unitPrice: bigint, over: object = {}) {
  const id = await issue(app, to, { lines: [{ ...taxed, unitPrice, ...over }] });
  await app.settle();
  return (await finance.get(`/api/console/invoices/${id}`)).body;
}

beforeAll(async () => {
  client = await buildOrganization(app, { name: 'PT Kopi Tiga Gunung' });
  abroad = await buildOrganization(app, { name: 'Merlion Ltd' });
  await client.owner.patch(client.at(''), 1, { taxId: '01.234.567.8-901.000' });
  await abroad.owner.patch(abroad.at(''), 1, { country: 'SG' });
  await app.ctx.transact(async (tx) => {
    await writeSetting(
      tx,
      taxTerms,
      { ...taxTerms.default, registered: [{ from: '2020-01-01', until: null }] },
      0,
    );
    await writeSetting(tx, seller, { ...seller.default, name: 'PT Contoh', taxId: '0098765432017000' }, 0);
  });
});

test('the rules that tests of the domain use are those a new installation begins with', async () => {
  const known = async (country: string) =>
    (await finance.get<TaxRules>(`/api/console/tax-rules?country=${country}`)).body.items;
  const rows = [...(await known('ID')), ...(await known('DE')), ...(await known('FI'))];
  for (const { id: _, name: __, reason, ...rule } of [...indonesian, ...union].filter(
    ({ country }) => !['FR', 'ES'].includes(country),
  )) {
    const found = rows.filter(
      (row) => row.country === rule.country && row.category === rule.category && row.buyer === rule.buyer,
    );
    expect(
      found.map(({ code, percent, base, transactionCode }) => ({ code, percent, base, transactionCode })),
    ).toContainEqual({
      code: rule.code,
      percent: rule.percent,
      base: rule.base,
      transactionCode: rule.transactionCode,
    });
    if (reason) expect(found[0]?.reason?.en).toBeTruthy();
  }
  expect(new Set((await known('ID')).map(({ country }) => country))).toEqual(new Set(['ID', 'ZZ']));
});

test('an invoice says which tax falls on each line and why, and keeps who bought and sold', async () => {
  const invoice = await sell(client, 1_000_000n);
  expect(invoice).toMatchObject({
    total: { amount: 1_110_000 },
    transactionCode: '04',
    buyer: { taxId: '0012345678901000', taxScheme: 'NPWP', country: 'ID', kind: 'business' },
    lines: [
      {
        unit: 'C62',
        why: { kind: 'manual', price: { from: 'staff' } },
        taxed: { category: 'standard', code: 'S', percent: 12, share: '11/12', label: { id: 'PPN 12%' } },
      },
    ],
  });
  const canonical = (await finance.get(`/api/console/invoices/${invoice.id}/canonical`)).body;
  expect(canonical).toMatchObject({
    taxes: [{ category: 'S', percent: '11', taxable: '1000000', tax: '110000' }],
    totals: { taxInclusive: '1110000', payable: '1110000' },
    buyer: { taxScheme: 'NPWP' },
  });
});

test('categories and prices with tax are mixed on one invoice, and preview and invoice agree', async () => {
  const lines = [
    { ...taxed, unitPrice: 1_110_000n, taxIncluded: true },
    { ...taxed, unitPrice: 500_000n, taxCategory: 'luxury' as const },
    { ...taxed, unitPrice: 200_000n, taxCategory: 'exempt' as const },
    { ...taxed, unitPrice: 100_000n, taxable: false },
  ];
  const at = { organization: client.id, at: app.clock.now() };
  const preview = await app.ctx.read((db) => previewInvoice(db, 'IDR', lines, at));
  const id = await issue(app, client, { lines });
  const { body } = await finance.get(`/api/console/invoices/${id}`);
  expect(body.total.amount).toBe(Number(preview.total));
  expect(body).toMatchObject({
    subtotal: { amount: 1_800_000 },
    tax: { amount: 170_000 },
    taxes: [
      { code: 'S', share: '11/12', tax: { amount: 110_000 } },
      { code: 'S', share: null, tax: { amount: 60_000 } },
      { code: 'E', reason: { id: 'Dibebaskan dari PPN' }, tax: { amount: 0 } },
    ],
  });
  expect(body.lines[3].taxed).toMatchObject({ code: 'O', reason: { en: 'Not subject to VAT' } });
  await app.settle();
  for (const lang of ['id', 'en'])
    expect((await finance.get(`/api/console/invoices/${id}/document?lang=${lang}`)).status).toBe(200);
});

test('clients abroad are not charged, and the invoice says so', async () => {
  expect(await sell(abroad, 7_400n)).toMatchObject({
    tax: { amount: 0 },
    taxes: [{ code: 'G', reason: { en: 'Export, free of VAT' } }],
    transactionCode: null,
  });
});

test('what a currency was worth is kept on the invoice', async () => {
  const rate = { currency: 'USD', day: '2026-03-01', rate: '16250.5', source: 'KMK 9/2026' };
  expect((await finance.post('/api/console/exchange-rates', rate)).body.items).toMatchObject([rate]);
  const own = await finance.post('/api/console/exchange-rates', { ...rate, currency: 'IDR' });
  expect([own.status, own.body.code]).toEqual([422, 'same_currency']);
  const id = await issue(app, abroad, { currency: 'USD', lines: [{ ...taxed, unitPrice: 7_400n }] });
  expect((await finance.get(`/api/console/invoices/${id}`)).body.accounting).toMatchObject({
    currency: 'IDR',
    on: '2026-03-01',
    source: 'KMK 9/2026',
  });
});

test('staff change the rules; what is issued stays as it is', async () => {
  const before = await sell(client, 100_000n);
  const rule = {
    country: 'ID',
    category: 'standard',
    buyer: 'business',
    from: '2026-03-01',
    name: { id: 'PPN', en: 'VAT' },
    percent: 13,
    code: 'S',
    transactionCode: '01',
  };
  const added = await finance.post<TaxRules>('/api/console/tax-rules', rule);
  expect(added.status).toBe(201);
  expect((await finance.post('/api/console/tax-rules', rule)).body.code).toBe('rule_exists');
  expect(await sell(client, 100_000n)).toMatchObject({ tax: { amount: 13_000 }, transactionCode: '01' });
  expect((await finance.get(`/api/console/invoices/${before.id}`)).body.tax.amount).toBe(11_000);
  const own = added.body.items.find(({ buyer }) => buyer === 'business')!;
  const put = (version: number, body: object) =>
    finance.put(`/api/console/tax-rules/${own.id}`, body, { headers: { 'if-match': `"${version}"` } });
  expect((await put(1, { ...rule, percent: 14 })).status).toBe(200);
  expect((await put(1, { ...rule, percent: 15 })).status).toBe(412);
  expect((await put(2, { ...rule, code: 'E' })).status).toBe(400);
  expect((await support.get('/api/console/tax-rules')).status).toBe(404);
  expect((await finance.delete(`/api/console/tax-rules/${own.id}`)).status).toBe(204);
  expect((await sell(client, 100_000n)).tax.amount).toBe(11_000);
});

test('worked examples follow terms that are not saved yet', async () => {
  const ask = async (terms: object) =>
    (
      await finance.post('/api/console/tax-examples', {
        amount: 1_000_000,
        currency: 'IDR',
        terms: {
          registered: [{ from: '2020-01-01', until: null }],
          inclusive: false,
          oneStopShop: false,
          ...terms,
        },
      })
    ).body.items;
  expect(await ask({})).toMatchObject([
    { who: 'consumer', net: 1_000_000, base: 916_667, tax: 110_000, total: 1_110_000, transactionCode: '04' },
    { who: 'business' },
    { who: 'treasurer', transactionCode: '02' },
    { who: 'luxury', tax: 120_000 },
    { who: 'abroad', tax: 0, code: 'G' },
  ]);
  expect((await ask({ inclusive: true }))[0]).toMatchObject({ net: 900_901, tax: 99_099, total: 1_000_000 });
  expect((await ask({ registered: [] }))[0]).toMatchObject({ tax: 0, code: 'O' });
});

test('a client says how it stands with taxes; who collects them is for staff to say', async () => {
  const at = client.at('/tax-profile');
  const { body: seen } = await client.owner.get(at);
  expect(seen).toMatchObject({ kind: null, kindNow: 'business', taxIdLooksWrong: false, version: 0 });
  const legal = {
    ...seen.legal,
    name: 'PT Kopi Tiga Gunung Tbk',
    nitku: '0012345678901000000000',
    city: 'Bandung',
  };
  const put = (body: object, version: number, who = client.owner, path = at) =>
    who.put(path, body, { headers: { 'if-match': `"${version}"` } });
  expect((await put({ kind: null, legal, reference: 'PO-77' }, 0)).body).toMatchObject({
    reference: 'PO-77',
    version: 1,
  });
  expect((await put({ kind: null, legal, reference: '' }, 0)).status).toBe(412);
  expect((await put({ kind: null, legal: { ...legal, nitku: '12' }, reference: '' }, 1)).status).toBe(400);
  expect((await put({ kind: 'treasurer', legal, reference: '' }, 1)).status).toBe(400);
  expect(await sell(client, 50_000n)).toMatchObject({
    buyerReference: 'PO-77',
    buyer: { legal: { city: 'Bandung' } },
  });

  const technical = await buildMember(app, client, 'technical');
  const viewer = await buildMember(app, client, 'viewer');
  expect((await technical.get(at)).status).toBe(404);
  expect((await viewer.get(at)).status).toBe(200);
  expect((await put({ kind: null, legal, reference: '' }, 1, viewer)).status).toBe(404);
  expect((await abroad.owner.get(at)).status).toBe(404);

  const office = await buildOrganization(app, { name: 'Dinas Kominfo' });
  const desk = `/api/console/clients/${office.id}/tax-profile`;
  expect((await put({ kind: 'treasurer', legal, reference: '' }, 0, finance, desk)).status).toBe(200);
  expect(await sell(office, 1_000_000n)).toMatchObject({
    transactionCode: '02',
    buyer: { kind: 'treasurer' },
  });
  const kept = await put(
    { kind: 'consumer', legal, reference: 'x' },
    1,
    office.owner,
    office.at('/tax-profile'),
  );
  expect(kept.body).toMatchObject({
    kind: 'treasurer',
    reference: 'x',
    can: { setKind: { no: 'set_by_staff' } },
  });
});

test('an installation from before goes on to charge what it charged, to everybody', async () => {
  const old = await createTestApp();
  const sql = readFileSync(
    new URL('../migrations/20261126-0304-one-tax-becomes-rules.sql', import.meta.url),
    'utf8',
  );
  const tax = {
    charged: true,
    name: { id: 'PPN', en: 'GST' },
    percent: 9,
    base: { numerator: 1, denominator: 1 },
    inclusive: true,
  };
  await old.app.pool.query(
    `insert into kernel.settings (key, value, updated_at, version) values ('billing.invoicing', $1, now(), 4)`,
    [JSON.stringify({ ...invoicing.default, dueDays: 21, tax })],
  );
  await old.app.pool.query(sql);
  const home = await buildOrganization(old);
  const far = await buildOrganization(old);
  await far.owner.patch(far.at(''), 1, { country: 'SG' });
  for (const { id } of [home, far]) {
    const lines = [
      { quantity: 1, unitPrice: 109_000n, taxable: true },
      { quantity: 1, unitPrice: 5_000n, taxable: false },
    ];
    const asked = { organization: id, at: old.clock.now() };
    const made = await old.ctx.read((db) => previewInvoice(db, 'IDR', lines, asked));
    expect([made.subtotal, made.tax, made.total]).toEqual([105_000n, 9_000n, 114_000n]);
    expect(made.taxes).toMatchObject([{ label: { id: 'PPN 9%', en: 'GST 9%' }, share: null }]);
  }
  const [left, terms] = await Promise.all([
    old.ctx.read((db) => readSetting(db, invoicing)),
    old.ctx.read((db) => readSetting(db, taxTerms)),
  ]);
  expect([left.value.dueDays, terms.value.inclusive, terms.value.registered.length]).toEqual([21, true, 1]);
  await old.app.pool.query(sql);
  expect((await old.ctx.read((db) => readSetting(db, taxTerms))).version).toBe(1);
});

test('and one that charged none still does not', async () => {
  const old = await createTestApp();
  const sql = readFileSync(
    new URL('../migrations/20261126-0304-one-tax-becomes-rules.sql', import.meta.url),
    'utf8',
  );
  await old.app.pool.query(
    `insert into kernel.settings (key, value, updated_at, version) values ('billing.invoicing', $1, now(), 1)`,
    [
      JSON.stringify({
        ...invoicing.default,
        tax: {
          charged: false,
          name: { id: 'PPN', en: 'VAT' },
          percent: 12,
          base: { numerator: 11, denominator: 12 },
          inclusive: false,
        },
      }),
    ],
  );
  await old.app.pool.query(sql);
  const home = await buildOrganization(old);
  const made = await old.ctx.read((db) =>
    previewInvoice(db, 'IDR', [{ quantity: 1, unitPrice: 100n, taxable: true }], {
      organization: home.id,
      at: old.clock.now(),
    }),
  );
  expect([made.total, made.taxes]).toEqual([100n, []]);
});

test('an invoice from before taxes had rules is still read and printed', async () => {
  const id = (await issue(app, client, { lines: [{ ...taxed, unitPrice: 1_000_000n }] })) as Id<'invoice'>;
  await app.settle();
  await app.app.pool.query(
    `update billing.invoices set taxes = '[{"label": {"id": "PPN 12%", "en": "VAT 12%"}, "share": "11/12", "base": 916667, "tax": 110000}]',
       seller = seller - 'legal' - 'country' - 'taxScheme', buyer = buyer - 'legal' - 'country' - 'taxScheme' - 'kind' where id = $1`,
    [id],
  );
  await app.app.pool.query(
    `update billing.invoice_lines set tax_group = null, why = '{}' where invoice_id = $1`,
    [id],
  );
  const { status, body } = await client.owner.get(client.at(`/invoices/${id}`));
  expect(status).toBe(200);
  expect(body).toMatchObject({ taxes: [{ share: '11/12', code: 'S' }], lines: [{ why: null, taxed: null }] });
  expect((await client.owner.get(client.at(`/invoices/${id}/document?lang=en`))).status).toBe(200);
  expect((await finance.get(`/api/console/invoices/${id}/canonical`)).body.taxes).toMatchObject([
    { percent: '11' },
  ]);
  await expectSoundBooks(app);
});
