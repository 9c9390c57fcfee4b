-- What was reported to have been used, once by the id its sender gave it. `day`: of `at` in the zone of the service. `key`: what is counted
-- where a meter counts different ones.
create table usage.events (
  organization_id uuid not null,
  service_id uuid not null,
  id text not null check (length(id) between 1 and 100),
  meter_id uuid not null references catalog.meters (id),
  at timestamptz not null,
  day date not null,
  quantity numeric(24, 6) not null check (quantity >= 0),
  key text check (length(key) between 1 and 200),
  received_at timestamptz not null,
  primary key (organization_id, service_id, id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
create index events_by_day on usage.events (organization_id, service_id, meter_id, day, key);
select kernel.organization_owned('usage.events', 'select');
select kernel.about_services('usage.events');

-- The same by day, kept along with the events: what pages show and invoices are made of. The latest is the one of the latest instant, then of
-- the greatest id, in whatever order they came.
create table usage.days (
  organization_id uuid not null,
  service_id uuid not null,
  meter_id uuid not null references catalog.meters (id),
  day date not null,
  total numeric not null,
  peak numeric not null,
  latest numeric not null,
  latest_at timestamptz not null,
  latest_id text not null,
  events bigint not null check (events > 0),
  primary key (organization_id, service_id, meter_id, day),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
create index days_latest on usage.days (latest_at desc);
select kernel.organization_owned('usage.days', 'select');
select kernel.about_services('usage.days');

-- The days of a service whose use has been billed, with the terms they were billed at. Each day is in one at most. `settled`: nothing that is
-- reported can change it any more.
create table usage.windows (
  organization_id uuid not null,
  service_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on > from_on),
  anchor_on date not null,
  cycle text not null,
  currency text not null check (length(currency) = 3),
  price_version integer,
  metered jsonb not null,
  settled boolean not null default false,
  billed_at timestamptz not null,
  primary key (organization_id, service_id, from_on),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
create index windows_open on usage.windows (organization_id, service_id) where not settled;
select kernel.organization_owned('usage.windows', 'select');
select kernel.about_services('usage.windows');

-- What was charged for a meter in such days, minor units, below zero for a correction; what counts is the sum of what was not taken back with
-- its invoice. `quantity`: what had been used by then, in places of the meter.
create table usage.charged (
  organization_id uuid not null,
  service_id uuid not null,
  from_on date not null,
  meter_id uuid not null,
  invoice_id uuid not null,
  quantity numeric not null,
  amount bigint not null,
  taken_back boolean not null default false,
  charged_at timestamptz not null,
  primary key (organization_id, service_id, from_on, meter_id, invoice_id),
  foreign key (organization_id, service_id, from_on) references usage.windows (organization_id, service_id, from_on)
);
create index charged_by_invoice on usage.charged (invoice_id);
select kernel.organization_owned('usage.charged', 'select');
select kernel.about_services('usage.charged');

-- From which percent of what is included a client is told, as they wish; without a row at 80 and 100. And what was told, once a period.
create table usage.alerts (
  organization_id uuid not null,
  service_id uuid not null,
  percents integer[] not null check (percents <@ array[50, 80, 90, 100]),
  version integer not null default 1,
  primary key (organization_id, service_id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
select kernel.organization_owned('usage.alerts', 'select, insert, update (percents, version)');
select kernel.about_services('usage.alerts');
create table usage.told (
  organization_id uuid not null,
  service_id uuid not null,
  meter_id uuid not null,
  from_on date not null,
  percent integer not null,
  told_at timestamptz not null,
  primary key (organization_id, service_id, meter_id, from_on, percent),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
select kernel.staff_only('usage.told');
