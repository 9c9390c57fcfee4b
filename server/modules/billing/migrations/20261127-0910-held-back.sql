-- The largest invoice a client ever had, beside the balances that are read with it anyway: what a run measures new ones by. `newest` is the
-- largest of the last day that had one, which does not count on that day: what a run does must not depend on how it is cut into batches.
alter table billing.balances
  add column largest bigint not null default 0,
  add column newest bigint not null default 0,
  add column newest_on date not null default '-infinity';
update billing.balances b set largest = coalesce((select max(i.total) from billing.invoices i
  where i.organization_id = b.organization_id and i.currency = b.currency and i.document = 'issued'), 0);

-- Periods that a run did not bill since something about them looks wrong. `decision`: staff said to bill it all the same.
create table billing.held_back (
  organization_id uuid not null,
  service_id uuid not null,
  period_from date not null,
  payer_id uuid not null references organizations.organizations (id),
  currency text not null check (length(currency) = 3),
  -- minor units; null where it could not be told
  total bigint,
  reasons text[] not null check (cardinality(reasons) > 0),
  held_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid references identity.people (id),
  primary key (organization_id, service_id, period_from),
  foreign key (organization_id, service_id) references services.services (organization_id, id),
  check ((approved_at is null) = (approved_by is null))
);
create index held_back_open on billing.held_back (payer_id, held_at) where approved_at is null;
select kernel.staff_only('billing.held_back');

-- Of a dry run, what each client would have been billed.
create table billing.run_clients (
  run_id uuid not null references billing.runs (id),
  organization_id uuid not null references organizations.organizations (id),
  currency text not null check (length(currency) = 3),
  invoices integer not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  held integer not null,
  held_total bigint not null,
  reasons text[] not null,
  primary key (organization_id, run_id, currency),
  unique (run_id, organization_id, currency)
);
select kernel.staff_only('billing.run_clients');

alter table billing.runs
  add column held integer not null default 0,
  -- of a dry run: where its next batch begins
  add column reached text;
