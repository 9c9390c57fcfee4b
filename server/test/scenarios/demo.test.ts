import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDataFolder } from '../../app/data-folder.ts';
import { fillDemo } from '../../app/demo/fill-demo.ts';
import { sandboxGateway } from '../../app/sandbox-gateway.ts';
import { verifyChain } from '../../kernel/events/verify.ts';
import { createTestApp } from '../kit/app.ts';

// The morning on which the demo business opens, on a fixed day: the same every time, but for ids and passwords. What stands here is
// what the story is to show; whoever changes the story changes it here too.

const app = await createTestApp(new Date('2026-11-21T03:00:00Z'));
const folder = await mkdtemp(join(tmpdir(), 'clientarea-demo-'));
afterAll(() => rm(folder, { recursive: true }));
const sandbox = await sandboxGateway(await openDataFolder(folder));
const signIns = await fillDemo(app.made, sandbox.another());

/** One line for each row. */
async function ask(query: string): Promise<string[]> {
  const { rows } = await app.app.pool.query<unknown[]>({ text: query, rowMode: 'array' });
  return rows.map((row) => row.join(': '));
}

test('the books are sound, the chain is whole, and no job was given up', async () => {
  for (const { name, violations } of app.app.product.invariants)
    expect(await app.ctx.read((db) => violations(db, 5)), name).toEqual([]);
  expect(await app.ctx.read(verifyChain)).toMatchObject({ intact: true });
  expect(
    await ask(
      `select name from kernel.events where name in ('kernel.job-given-up', 'notifications.mail-failed')`,
    ),
  ).toEqual([]);
});

test('whoever is listed can sign in, in every role of staff and of members', async () => {
  expect(signIns).toHaveLength(16);
  for (const { email, password } of signIns)
    expect((await app.stranger.post('/api/session', { email, password })).status, email).toBe(204);
  expect(await ask(`select distinct role from organizations.members order by 1`)).toEqual([
    'approver',
    'finance',
    'member',
    'owner',
    'technical',
    'viewer',
  ]);
});

test('each client is what the story says', async () => {
  const services = await ask(`
    select o.name, string_agg(s.names->>'en' || ' ' || case when s.suspended_for = '{}' then s.state else 'suspended' end, ', ' order by s.names->>'en')
    from organizations.organizations o left join services.services s on s.organization_id = o.id
    group by o.name order by o.name`);
  expect(services).toMatchInlineSnapshot(`
    [
      "CV Kopi Nusantara: NusaDesk · Team suspended, Web hosting · Starter active",
      "CV Teh Gunung Wangi: Cloud server · Cloud 8 active, Web hosting · Agency active",
      "Greenleaf Analytics Pte Ltd: Cloud server · Cloud 2 active, Cloud server · Cloud 4 active",
      "Klinik Sehat Sentosa: Support retainer · 10 hours active, Web hosting · Business active",
      "Northwind Retail LLC: NusaDesk · Team active, Web hosting · Pro past_due",
      "PT Andalas Media Kreatif: SiteBuilder license · One site active, Web hosting · Business pending",
      "PT Bumi Arta Pangan: Cloud server · Cloud 2 active, Managed database · Base 4 active, Object storage · Bucket active",
      "PT Bumi Arta Persada: Cloud server · Cloud 4 pending, NusaDesk · Team active, Support retainer · 30 hours active",
      "PT Bumi Arta Properti: Web hosting · Pro active",
      "PT Sinar Rejeki Logistik: Cloud server · Cloud 4 past_due, NusaDesk · Team active, Object storage · Bucket active, SiteBuilder license · One site active, Support retainer · 10 hours paused, Web hosting · Business active, Web hosting · Starter active, Web hosting · Starter active",
      "Penerbit Cakrawala Baca: Cloud server · Cloud 4 with a term active",
      "Studio Lentera: Cloud server · Cloud 2 ended",
      "Toko Batik Larasati: ",
      "Warung Digital Bandung: Web hosting · Business suspended",
      "Yayasan Pelita Ilmu: Web hosting · Starter cancel_scheduled",
    ]
  `);
  // One has just heard that its term ends; one pays a part of the price, less by the step it is in.
  expect(
    await ask(`select count(*)::integer from kernel.events where name = 'services.service-term-ending'`),
  ).toEqual(['1']);
  expect(
    await ask(`select distinct i.why -> 'discounts' -> 0 -> 'names' ->> 'en' from billing.invoice_lines i
      where i.why -> 'discounts' -> 0 -> 'names' ->> 'en' like 'Introductory%' order by 1`),
  ).toEqual(['Introductory price, months 1–3', 'Introductory price, months 4–6']);
  const invoices = await ask(`
    select o.name, string_agg(i.status || ' ' || i.count, ', ' order by i.status)
    from organizations.organizations o join (
      select organization_id, status, count(*) from billing.invoices group by 1, 2) i on i.organization_id = o.id
    group by o.name order by o.name`);
  expect(invoices).toMatchInlineSnapshot(`
    [
      "CV Kopi Nusantara: due 1, paid 9, pending 1",
      "CV Teh Gunung Wangi: paid 7",
      "Greenleaf Analytics Pte Ltd: due 1, paid 13",
      "Klinik Sehat Sentosa: paid 10",
      "Northwind Retail LLC: due 1, overdue 1, paid 11",
      "PT Andalas Media Kreatif: due 1, paid 1",
      "PT Bumi Arta Pangan: paid 8",
      "PT Bumi Arta Persada: due 1, paid 19",
      "PT Bumi Arta Properti: paid 2",
      "PT Sinar Rejeki Logistik: due 2, overdue 1, paid 43, pending 1",
      "Penerbit Cakrawala Baca: due 1, paid 12",
      "Studio Lentera: paid 13",
      "Warung Digital Bandung: overdue 1, paid 12",
      "Yayasan Pelita Ilmu: paid 13",
    ]
  `);
  expect(
    await ask(
      `select c.name, p.name from organizations.organizations c join organizations.organizations p on p.id = c.parent_id order by 1`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "PT Bumi Arta Pangan: PT Bumi Arta Persada",
      "PT Bumi Arta Properti: PT Bumi Arta Persada",
    ]
  `);
});

test('money came in every way, and finance finds some to look at', async () => {
  expect(await ask(`select method, count(*)::integer from payments.payments group by 1 order by 1`))
    .toMatchInlineSnapshot(`
      [
        "bank_transfer: 19",
        "card: 25",
        "ewallet: 13",
        "other: 25",
        "qris: 29",
        "virtual_account: 63",
      ]
    `);
  expect(
    await ask(
      `select currency, sum(total)::text, sum(paid)::text from billing.invoices group by 1 order by 1`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "IDR: 292034547: 277548087",
      "USD: 133600: 125300",
    ]
  `);
  expect(await ask(`select state, count(*)::integer from payments.transfers group by 1 order by 1`))
    .toMatchInlineSnapshot(`
      [
        "approved: 19",
        "reported: 2",
      ]
    `);
  expect(await ask(`select why, amount::text from payments.unmatched where resolved_at is null`))
    .toMatchInlineSnapshot(`
    [
      "unknown_attempt: 275000",
    ]
  `);
  expect(
    await ask(
      `select o.name, b.credit::text from billing.balances b join organizations.organizations o on o.id = b.organization_id where b.credit > 0`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "PT Bumi Arta Properti: 300000",
    ]
  `);
  expect(await ask(`select state, way, amount::text from payments.refunds`)).toMatchInlineSnapshot(`
    [
      "to_approve: transfer: 200000",
    ]
  `);
  expect(await ask(`select year, max(number) from billing.invoices group by 1 order by 1`))
    .toMatchInlineSnapshot(`
      [
        "2024: INV/2024/00001",
        "2025: INV/2025/00030",
        "2026: INV/2026/00155",
      ]
    `);
});

test('there is work in every queue', async () => {
  expect(await ask(`select status, count(*)::integer from orders.orders group by 1 order by 1`))
    .toMatchInlineSnapshot(`
      [
        "awaiting_approval: 1",
        "failed: 1",
        "fulfilled: 28",
        "pending_payment: 1",
      ]
    `);
  expect(
    await ask(
      `select what, state, count(*)::integer from provisioning.staff_tasks group by 1, 2 order by 1, 2`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "provision: done: 3",
      "sandbox_permanent: open: 1",
      "suspend: done: 1",
    ]
  `);
  expect(await ask(`select kind, status, count(*)::integer from support.tickets group by 1, 2 order by 1, 2`))
    .toMatchInlineSnapshot(`
    [
      "complaint: closed: 1",
      "complaint: new: 1",
      "problem: closed: 1",
      "problem: new: 1",
      "question: closed: 1",
      "question: new: 1",
      "question: waiting_customer: 2",
      "request: closed: 1",
      "request: on_hold: 1",
      "request: resolved: 1",
    ]
  `);
});
