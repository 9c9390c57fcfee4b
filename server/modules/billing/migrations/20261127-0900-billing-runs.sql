-- What a billing run did, for people to look at; no run needs it to be right. A dry run writes nothing but this.
create table billing.runs (
  id uuid primary key,
  kind text not null check (kind in ('real', 'dry')),
  -- null: by itself
  started_by uuid references identity.people (id),
  started_at timestamptz not null,
  -- when its last batch was done
  touched_at timestamptz not null,
  finished_at timestamptz,
  -- services that were due when it began, and those that were looked at since
  due integer not null check (due >= 0),
  looked_at integer not null default 0
);
create index runs_latest on billing.runs (started_at desc, id desc);
create unique index runs_under_way on billing.runs (kind) where finished_at is null;
select kernel.staff_only('billing.runs');

create table billing.run_sums (
  run_id uuid not null references billing.runs (id),
  currency text not null check (length(currency) = 3),
  invoices integer not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  primary key (run_id, currency)
);
select kernel.staff_only('billing.run_sums');
