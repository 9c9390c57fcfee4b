import { createHash } from 'node:crypto';
import pg from 'pg';

export interface Size {
  name: 'XS' | 'S' | 'M' | 'desk';
  organizations: number;
  invoicesEach: number;
  ticketsEach: number;
  messagesEach: number;
  servicesEach: number;
  /** Tries to pay that wait for the gateway's word. */
  attempts: number;
}

const each = { invoicesEach: 100, ticketsEach: 30, messagesEach: 5, servicesEach: 10 };

/** M is ten times S; in each one organization, the whale, owns one percent of everything. XS shows in a test that all still answers. */
export const sizes: Record<'XS' | 'S' | 'M', Size> = {
  XS: { name: 'XS', organizations: 100, ...each, attempts: 100 },
  S: { name: 'S', organizations: 1_000, ...each, attempts: 9_000 },
  M: { name: 'M', organizations: 10_000, ...each, attempts: 9_000 },
};

/** The cookie tokens of the two owners who read. */
export const tokens = {
  whale: 'bench-whale-session-token-000000000000000000',
  other: 'bench-other-session-token-000000000000000000',
};

export function ownedByWhale(size: Size, each: number): number {
  return (size.organizations * each) / 100;
}

/** The id that the database makes of the same text. */
export function idOf(text: string): string {
  const hash = createHash('md5').update(text).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const uuid = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;
const topics = ['server', 'invoice', 'mailbox', 'domain', 'backup', 'payment', 'website', 'certificate'];
const topic = (number: string) => `(array['${topics.join("','")}'])[1 + ${number} % 8]`;

/** The age in days of one thing of `total`: the last is of today. They go back 900 days. */
const age = (number: string, total: string) => `((${total} - ${number}) * 900 / ${total})::int`;

/**
 * Fills a migrated, empty database. Rows are made by the database itself, always the same but for their dates, which go back from
 * today. Needs the superuser: row by row checks of the roles have nothing to add, and vacuum is its right.
 */
export async function fillData(url: string, size: Size, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `set maintenance_work_mem = '256MB'; set work_mem = '256MB'; set synchronous_commit = off`,
  );
  for (const [what, statement] of steps(size)) {
    const began = performance.now();
    await client.query(statement);
    log(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  await client.end();
}

function steps(size: Size): [string, string][] {
  /** Rows (o, i, total): the whale is organization 1, everybody else has the same share. */
  const owned = (each: number) => `
    select o, i, ${each} as total from generate_series(2, ${size.organizations}) o, generate_series(1, ${each}) i
    union all select 1, i, ${ownedByWhale(size, each)} from generate_series(1, ${ownedByWhale(size, each)}) i`;
  return [
    [
      'people and organizations',
      `insert into identity.people (id, email, name, locale, time_zone, created_at, email_verified_at)
       select ${uuid('person', 'n')}, 'person' || n || '@bench.example', 'Person ' || n, 'en', 'Asia/Jakarta', '2024-01-01', '2024-01-01'
       from generate_series(1, ${size.organizations}) n;
       insert into organizations.organizations (id, slug, name, billing_email, currency, time_zone, locale, address, created_at)
       select ${uuid('organization', 'n')}, 'organization-' || n, 'Organization ' || n, 'person' || n || '@bench.example', 'IDR',
         'Asia/Jakarta', 'en', 'Jakarta', '2024-01-01' from generate_series(1, ${size.organizations}) n;
       insert into organizations.members (organization_id, person_id, role, since)
       select ${uuid('organization', 'n')}, ${uuid('person', 'n')}, 'owner', '2024-01-01' from generate_series(1, ${size.organizations}) n`,
    ],
    ['sessions', [session(tokens.whale, 1), session(tokens.other, 2)].join(';')],
    ['catalog', catalog()],
    ['services', services(owned(size.servicesEach))],
    ['invoices', invoices(owned(size.invoicesEach))],
    [
      'lines',
      `insert into billing.invoice_lines (organization_id, invoice_id, for_organization_id, position, description, quantity, unit_price, taxable, net, tax)
       select organization_id, id, organization_id, p, '{"id": "Langganan", "en": "Subscription"}', 1, 100000, false, 100000, 0
       from billing.invoices, generate_series(1, 3) p`,
    ],
    [
      'receipts',
      `insert into billing.receipts (organization_id, id, payment_id, invoice_id, year, sequence, number, received_on, received_at,
         currency, amount, method, gateway, seller, payer, recorded_at)
       select organization_id, ${uuid('receipt', 'id::text')}, ${uuid('payment', 'id::text')}, id, year, sequence, 'KW/' || year || '/' || sequence,
         issued_on, issued_at, 'IDR', total, 'Visa •••• 4242', 'sandbox', seller, buyer, issued_at
       from billing.invoices where settlement = 'paid';
       insert into billing.allocations (organization_id, id, invoice_id, receipt_id, amount, allocated_at)
       select organization_id, ${uuid('allocation', 'id::text')}, invoice_id, id, amount, received_at from billing.receipts`,
    ],
    [
      'what is owed, and the counters',
      `insert into billing.balances (organization_id, currency, receivable, credit, entries, booked_on)
       select organization_id, 'IDR', sum(total - paid), 0, 0, '2024-01-01' from billing.invoices group by organization_id;
       insert into billing.series (kind, year, last) select k, year, max(sequence) from billing.invoices,
         unnest(array['invoice', 'receipt']) k group by k, year`,
    ],
    ['tickets', tickets(owned(size.ticketsEach), size)],
    [
      'messages',
      `insert into support.messages (organization_id, id, ticket_id, internal, author, author_id, author_name, body, posted_at)
       select organization_id, ${uuid('message', `id::text || m`)}, id, false, case when m % 2 = 1 then 'client' else 'staff' end,
         requester_id, 'Person', 'The ' || ${topic('(m + number::int)')} || ' of order ' || number ||
         ' does not answer since this morning. Please look at the logs and tell us what happened.', opened_at + m * interval '1 hour'
       from support.tickets, generate_series(1, ${size.messagesEach}) m`,
    ],
    [
      'followers and words',
      `insert into support.followers (organization_id, ticket_id, person_id, name, since)
       select organization_id, id, requester_id, requester_name, opened_at from support.tickets;
       insert into support.search (organization_id, ticket_id, internal, part, until, document)
       select organization_id, id, false, 0, last_message_at, strip(to_tsvector('english', subject || ' does not answer since this morning ' ||
         ${topic('number::int')} || ' order' || number)) from support.tickets`,
    ],
    [
      'tries to pay',
      `insert into payments.attempts (organization_id, id, purpose, gateway, method, currency, amount, save, status, status_at,
         gateway_reference, paid_with, expires_at, started_at)
       select organization_id, ${uuid('attempt', 'id::text')}, 'payment', 'sandbox', 'card', currency, total, false, 'requires_action',
         now(), 'sandbox-' || id, 'Card', now() + interval '1 year', now()
       from (select * from billing.invoices where status = 'due' order by id limit ${size.attempts}) due;
       insert into payments.attempt_invoices (organization_id, attempt_id, invoice_id, amount, open, automatic)
       select i.organization_id, a.id, i.id, i.total, true, false
       from billing.invoices i join payments.attempts a on a.id = ${uuid('attempt', 'i.id::text')} where i.status = 'due'`,
    ],
    ['statistics', 'vacuum analyze'],
    ['checkpoint', 'checkpoint'],
  ];
}

export function session(token: string, person: number): string {
  const hash = createHash('sha256').update(token).digest('hex');
  return `insert into identity.sessions (token_hash, id, person_id, created_at, seen_at, expires_at, address, user_agent, methods,
      proved_at)
    values ('\\x${hash}', ${uuid('session', `${person}`)}, ${uuid('person', `${person}`)}, now(), now(), now() + interval '1 year',
      '127.0.0.1', 'bench', '{password}', now())`;
}

/** One product in the plans that services have, each dearer than the one before. */
function catalog(): string {
  const words = (name: string) => `jsonb_build_object('id', ${name}, 'en', ${name})`;
  const product = uuid('product', `'hosting'`);
  return `insert into catalog.groups (id, slug, name, description, visible, position)
    values (${uuid('group', `'hosting'`)}, 'hosting', ${words(`'Hosting'`)}, ${words(`''`)}, true, 1);
    insert into catalog.products (id, group_id, slug, name, description, visible, position, provisioner, configuration, tax_category, trial_days,
      existing_clients_only)
    values (${product}, ${uuid('group', `'hosting'`)}, 'hosting', ${words(`'Hosting'`)}, ${words(`''`)}, true, 1, 'manual', '{}', 'outside', 0, false);
    insert into catalog.plans (id, product_id, name, description, position, minimum, maximum, configuration, existing_clients_only)
    select ${uuid('plan', 'n')}, ${product}, ${words(`'Plan ' || n`)}, ${words(`''`)}, n, 1, 100, '{}', false from generate_series(0, 19) n;
    insert into catalog.prices (plan_id, currency, cycle, recurring, setup)
    select id, 'IDR', 'annual', 300000 + 10000 * position, 0 from catalog.plans`;
}

function services(from: string): string {
  return `insert into services.services (organization_id, id, order_id, plan_id, names, label, quantity, choices, currency, cycle,
      recurring, taxable, trial_days, provisioner, provisioner_configuration, time_zone, state, period_from, period_to, paid_through,
      technical_state, created_at, activated_at)
    select ${uuid('organization', 'o')}, ${uuid('service', `o || '-' || i`)}, ${uuid('order', `o || '-' || i`)}, ${uuid('plan', 'i % 20')},
      '{"id": "Hosting Bisnis", "en": "Business Hosting"}', 'site-' || i || '.example', 1, '{}', 'IDR', 'annual', 300000, false, 0,
      'manual', '{}', 'Asia/Jakarta', 'active', current_date - 100, current_date + 265, current_date + 265, 'running',
      now() - interval '100 days', now() - interval '100 days'
    from (${from}) x`;
}

/** The newest tenth is open, and not yet due. */
function invoices(from: string): string {
  return `insert into billing.invoices (organization_id, id, kind, document, settlement, year, sequence, number, issued_on, due_on, currency,
      subtotal, tax, total, paid, taxes, seller, buyer, title, more, issued_at, paid_at)
    select ${uuid('organization', 'o')}, ${uuid('invoice', `o || '-' || i`)}, 'manual', 'issued',
      case when open then 'unpaid' else 'paid' end, extract(year from day), s, 'INV/' || extract(year from day) || '/' || s, day,
      case when open then current_date + 60 + i % 90 else day + 10 end, 'IDR', 300000, 0, 300000, case when open then 0 else 300000 end, '[]',
      '{"name": "Seller", "address": "", "taxId": "", "email": "", "place": "", "signer": {"name": "", "role": ""}}',
      '{"name": "Buyer", "address": "Jakarta", "taxId": "", "email": "buyer@bench.example"}',
      '{"id": "Langganan", "en": "Subscription"}', 2, day, case when open then null else day end
    from (select o, i, i > total * 0.9 as open, current_date - ${age('i', 'total')} as day, row_number() over () as s from (${from}) x) y`;
}

/** One in five is open. */
function tickets(from: string, size: Size): string {
  const id = uuid('ticket', `o || '-' || i`);
  return `insert into support.tickets (organization_id, id, subject, kind, priority, status, queue, requester_id, requester_name, opened_at,
      last_message_at, last_message_id, last_message_by, messages, settled_at, waiting_since, unread_by_client, unread_by_staff)
    select ${uuid('organization', 'o')}, ${id}, initcap(${topic('i')}) || ' question ' || i, 'question', 'normal',
      case when i % 5 = 0 then 'open' else 'closed' end, 'general', ${uuid('person', 'o')}, 'Person ' || o, day,
      day + interval '1 day', ${uuid('message', `${id}::text || ${size.messagesEach}`)}, 'client', ${size.messagesEach},
      case when i % 5 = 0 then null else day + interval '1 day' end, case when i % 5 = 0 then day end, false, false
    from (select o, i, now() - ${age('i', 'total')} * interval '1 day' - interval '2 days' + i * interval '1 ms' as day from (${from}) x) y`;
}
