-- Staff let a person in again who lost the second step: begun, waited for, and then done, stopped or withdrawn.
create table identity.recoveries (
  id uuid primary key,
  person_id uuid not null references identity.people (id),
  reason text not null check (length(reason) between 1 and 1000),
  -- in words: who knows the person and how that was checked
  vouched_by text not null check (length(vouched_by) between 1 and 200),
  began_by uuid not null references identity.people (id) check (began_by <> person_id),
  began_at timestamptz not null,
  due_at timestamptz not null,
  -- mailed to every address of the person: stops it, signed out too
  stop_hash bytea not null unique,
  approved_by uuid references identity.people (id) check (approved_by <> person_id and approved_by <> began_by),
  approved_at timestamptz,
  outcome text check (outcome in ('completed', 'stopped', 'withdrawn')),
  ended_at timestamptz,
  check ((outcome is null) = (ended_at is null)),
  check ((approved_by is null) = (approved_at is null))
);
create unique index recoveries_one_each on identity.recoveries (person_id) where ended_at is null;
create index recoveries_under_way on identity.recoveries (due_at, id) where ended_at is null;
select kernel.staff_only('identity.recoveries');
