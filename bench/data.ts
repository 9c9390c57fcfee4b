import { createHash } from 'node:crypto';
import pg from 'pg';

export interface Size {
  name: 'S' | 'M';
  organizations: number;
  invoicesEach: number;
  ticketsEach: number;
  messagesEach: number;
}

/** M is ten times S; in each one organization, the whale, owns one percent of everything. */
export const sizes: Record<'S' | 'M', Size> = {
  S: { name: 'S', organizations: 1_000, invoicesEach: 100, ticketsEach: 30, messagesEach: 5 },
  M: { name: 'M', organizations: 10_000, invoicesEach: 100, ticketsEach: 30, messagesEach: 5 },
};

/** The cookie tokens of the two owners who read. */
export const tokens = {
  whale: 'bench-whale-session-token-000000000000000000',
  other: 'bench-other-session-token-000000000000000000',
};

const uuid = (kind: string, number: string) => `(md5('${kind}' || ${number}))::uuid`;
const organization = (number: string) => uuid('organization', number);

/** Fills a migrated, empty database. Rows are made by the database itself and are always the same. */
export async function fillData(url: string, size: Size, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const whale = {
    invoices: size.organizations * size.invoicesEach * 0.01,
    tickets: size.organizations * size.ticketsEach * 0.01,
  };
  const steps: [string, string][] = [
    [
      'people',
      `insert into identity.people (id, email, name, locale, time_zone, created_at, email_verified_at)
       select ${uuid('person', 'n')}, 'person' || n || '@bench.example', 'Person ' || n, 'en', 'Asia/Jakarta', '2024-01-01', '2024-01-01'
       from generate_series(1, ${size.organizations}) n`,
    ],
    [
      'organizations',
      `insert into organizations.organizations (id, slug, name, billing_email, currency, time_zone, locale, address, created_at)
       select ${organization('n')}, 'organization-' || n, 'Organization ' || n, 'person' || n || '@bench.example', 'IDR', 'Asia/Jakarta', 'en',
         'Jakarta', '2024-01-01' from generate_series(1, ${size.organizations}) n;
       insert into organizations.members (organization_id, person_id, role, since)
       select ${organization('n')}, ${uuid('person', 'n')}, 'owner', '2024-01-01' from generate_series(1, ${size.organizations}) n;
       insert into billing.balances (organization_id, currency, receivable, credit, entries, booked_on)
       select ${organization('n')}, 'IDR', 0, 0, 0, '2024-01-01' from generate_series(1, ${size.organizations}) n`,
    ],
    [
      'sessions',
      `insert into identity.sessions (token_hash, id, person_id, created_at, seen_at, expires_at, address, user_agent) values
       ('\\x${hash(tokens.whale)}', ${uuid('session', '1')}, ${uuid('person', '1')}, now(), now(), now() + interval '1 year', '127.0.0.1', 'bench'),
       ('\\x${hash(tokens.other)}', ${uuid('session', '2')}, ${uuid('person', '2')}, now(), now(), now() + interval '1 year', '127.0.0.1', 'bench')`,
    ],
    [
      'invoices',
      invoices(
        `select o, i from generate_series(2, ${size.organizations}) o, generate_series(1, ${size.invoicesEach}) i`,
      ),
    ],
    ["the whale's invoices", invoices(`select 1 as o, i from generate_series(1, ${whale.invoices}) i`)],
    [
      'lines',
      `insert into billing.invoice_lines (organization_id, invoice_id, position, description, quantity, unit_price, taxable, net, tax)
       select organization_id, id, p, '{"id": "Langganan", "en": "Subscription"}', 1, 100000, false, 100000, 0
       from billing.invoices, generate_series(1, 3) p`,
    ],
    [
      'tickets',
      tickets(
        `select o, i from generate_series(2, ${size.organizations}) o, generate_series(1, ${size.ticketsEach}) i`,
        size,
      ),
    ],
    ["the whale's tickets", tickets(`select 1 as o, i from generate_series(1, ${whale.tickets}) i`, size)],
    [
      'messages',
      `insert into support.messages (organization_id, id, ticket_id, internal, author, author_id, author_name, body, posted_at)
       select organization_id, (md5(id::text || m))::uuid, id, false, case when m % 2 = 1 then 'client' else 'staff' end, requester_id, 'Person',
         'The ' || (array['server','invoice','mailbox','domain','backup','payment','website','certificate'])[1 + (m + number::int) % 8]
         || ' of order ' || number || ' does not answer since this morning. Please look at the logs and tell us what happened.',
         opened_at + m * interval '1 hour'
       from support.tickets, generate_series(1, ${size.messagesEach}) m`,
    ],
    [
      'followers and words',
      `insert into support.followers (organization_id, ticket_id, person_id, since) select organization_id, id, requester_id, opened_at from support.tickets;
       insert into support.search (organization_id, ticket_id, internal, part, until, document)
       select organization_id, id, false, 0, last_message_at, strip(to_tsvector('english', subject || ' does not answer since this morning ' ||
         (array['server','invoice','mailbox','domain','backup','payment','website','certificate'])[1 + number::int % 8] || ' order' || number))
       from support.tickets`,
    ],
    ['statistics', 'vacuum analyze'],
  ];
  for (const [what, statement] of steps) {
    const began = performance.now();
    await client.query(statement);
    log(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  await client.end();
}

/** Nine in ten are paid; the newest ones are open. */
function invoices(from: string): string {
  return `insert into billing.invoices (organization_id, id, kind, document, settlement, year, sequence, number, issued_on, due_on, currency,
      subtotal, tax, total, paid, taxes, seller, buyer, title, more, issued_at)
    select ${organization('o')}, (md5('invoice' || o || '-' || i))::uuid, 'manual', 'issued', case when i % 10 = 0 then 'unpaid' else 'paid' end,
      2026, s, 'INV/2026/' || s, date '2024-01-01' + (i % 900)::int, date '2024-01-11' + (i % 900)::int, 'IDR',
      300000, 0, 300000, case when i % 10 = 0 then 0 else 300000 end, '[]', '{"name": "Seller"}', '{"name": "Buyer"}',
      '{"id": "Langganan", "en": "Subscription"}', 2, timestamptz '2024-01-01' + (i % 900) * interval '1 day'
    from (select o, i, row_number() over () + (select coalesce(max(sequence), 0) from billing.invoices) as s from (${from}) x) y`;
}

function tickets(from: string, size: Size): string {
  return `insert into support.tickets (organization_id, id, subject, kind, priority, status, queue, requester_id, requester_name, opened_at,
      last_message_at, last_message_id, last_message_by, messages, settled_at, unread_by_client, unread_by_staff)
    select ${organization('o')}, (md5('ticket' || o || '-' || i))::uuid,
      (array['Server','Invoice','Mailbox','Domain','Backup','Payment','Website','Certificate'])[1 + i % 8] || ' question ' || i, 'question', 'normal',
      case when i % 20 = 0 then 'open' else 'closed' end, 'general', ${uuid('person', 'o')}, 'Person ' || o,
      timestamptz '2024-01-01' + (i % 900) * interval '1 day', timestamptz '2024-01-02' + (i % 900) * interval '1 day' + i * interval '1 ms',
      (md5(md5('ticket' || o || '-' || i)::uuid::text || ${size.messagesEach}))::uuid, 'client', ${size.messagesEach},
      case when i % 20 = 0 then null else timestamptz '2024-01-03' + (i % 900) * interval '1 day' end, false, false
    from (${from}) x`;
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
