-- Rehearsals for all clients: what happens in the days to come if they do as is assumed. Reports for people; nothing else reads them.
create table rehearsal.rehearsals (
  id uuid primary key,
  days integer not null check (days between 0 and 400),
  assumption text not null check (assumption in ('on_time', 'stops', 'late')),
  late_days integer check (late_days between 1 and 120),
  started_by uuid not null references identity.people (id),
  -- the moment of which all of it tells
  started_at timestamptz not null,
  -- when its last batch was done
  touched_at timestamptz not null,
  finished_at timestamptz,
  canceled boolean not null default false,
  -- who pays for themselves when it began, those looked at since, and those of whom not all is told
  clients integer not null check (clients >= 0),
  looked_at integer not null default 0,
  cut_short integer not null default 0,
  -- the last client that was looked at
  reached uuid,
  check ((assumption = 'late') = (late_days is not null)),
  check (not canceled or finished_at is not null)
);
create index rehearsals_latest on rehearsal.rehearsals (started_at desc, id desc);
create unique index rehearsals_under_way on rehearsal.rehearsals ((true)) where finished_at is null;
select kernel.staff_only('rehearsal.rehearsals');

-- `day` and `at` where the client is; `amount` in minor units. `invoice`, `services`, `facts`: as billing tells them.
create table rehearsal.happenings (
  rehearsal_id uuid not null references rehearsal.rehearsals (id) on delete cascade,
  organization_id uuid not null references organizations.organizations (id),
  position integer not null,
  day date not null,
  at text not null,
  kind text not null,
  amount bigint,
  currency text,
  invoice jsonb,
  services jsonb not null,
  facts jsonb not null,
  primary key (organization_id, rehearsal_id, position),
  check ((amount is null) = (currency is null))
);
create index happenings_by_day on rehearsal.happenings (rehearsal_id, day, organization_id, position);
create index happenings_by_kind on rehearsal.happenings (rehearsal_id, kind, day, organization_id, position);
select kernel.staff_only('rehearsal.happenings');

-- `currency`: empty where it is not about a sum.
create table rehearsal.sums (
  rehearsal_id uuid not null references rehearsal.rehearsals (id) on delete cascade,
  day date not null,
  kind text not null,
  currency text not null,
  count integer not null,
  amount bigint not null,
  primary key (rehearsal_id, day, kind, currency)
);
select kernel.staff_only('rehearsal.sums');
