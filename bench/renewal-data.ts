import pg from 'pg';
import { session, tokens, uuid } from './data.ts';

/**
 * Fills a migrated, empty database with so many services that are due today, of clients in the business's own country and elsewhere.
 * The business charges tax. `each`: so many services of a client. Ids of services go up with their age, as real ones do. Needs the superuser.
 */
export async function fillRenewals(url: string, services: number, each: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const organizations = Math.max(2, Math.ceil(services / each));
  const steps = [
    `set synchronous_commit = off; set maintenance_work_mem = '256MB'`,
    `insert into identity.people (id, email, name, locale, time_zone, created_at, email_verified_at)
     select ${uuid('person', 'n')}, 'person' || n || '@bench.example', 'Person ' || n, 'en', 'Asia/Jakarta', '2024-01-01', '2024-01-01'
     from generate_series(1, ${organizations}) n`,
    `insert into organizations.organizations (id, slug, name, billing_email, currency, time_zone, locale, address, country, tax_id, created_at)
     select ${uuid('organization', 'n')}, 'organization-' || n, 'Organization ' || n, 'person' || n || '@bench.example', 'IDR',
       'Asia/Jakarta', 'en', 'Jalan Merdeka ' || n || ', Jakarta', case when n % 10 = 0 then 'SG' else 'ID' end,
       case when n % 2 = 0 then lpad(n::text, 15, '0') else '' end, '2024-01-01' from generate_series(1, ${organizations}) n`,
    `insert into organizations.members (organization_id, person_id, role, since)
     select ${uuid('organization', 'n')}, ${uuid('person', 'n')}, 'owner', '2024-01-01' from generate_series(1, ${organizations}) n`,
    [session(tokens.whale, 1), session(tokens.other, 2)].join(';'),
    `insert into kernel.settings (key, value, updated_at, version) values ('billing.tax',
       '{"registered": [{"from": "2020-01-01", "until": null}], "inclusive": false}', now(), 1)`,
    `insert into services.services (organization_id, id, order_id, plan_id, names, label, quantity, choices, currency, cycle,
       recurring, taxable, trial_days, provisioner, provisioner_configuration, time_zone, state, anchor_on, period_from, period_to,
       paid_through, next_invoice_on, technical_state, created_at, activated_at)
     select ${uuid('organization', `1 + n % ${organizations}`)}, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       ${uuid('order', 'n')}, ${uuid('plan', 'n % 20')}, '{"id": "Hosting Bisnis", "en": "Business Hosting"}', 'site-' || n || '.example',
       1 + n % 3, '{}', 'IDR', 'monthly', 99000 + n % 1000 * 100, n % 20 > 0, 0, 'manual', '{}', 'Asia/Jakarta', 'active',
       current_date - 20, current_date - 20, (current_date - 20 + interval '1 month')::date, (current_date - 20 + interval '1 month')::date,
       current_date - 1, 'running', '2024-01-01', '2024-01-01'
     from generate_series(1, ${services}) n`,
    // What is empty is left alone, as it would be: a plan made for an empty table stays for the whole run.
    'vacuum analyze identity.people, organizations.organizations, organizations.members, organizations.tree, services.services, kernel.settings',
    'checkpoint',
  ];
  for (const step of steps) await client.query(step);
  await client.end();
}
