-- What was refused and may be a sign of somebody trying to get around: counted for each hour, never a row for each request.
create table kernel.refusals (
  id uuid primary key,
  hour timestamptz not null,
  sign text not null check (sign in ('access', 'origin', 'rate', 'forged', 'replayed', 'guess', 'input')),
  code text not null,
  -- '*' where an hour had too many to tell them apart
  route text not null,
  caller_kind text not null check (caller_kind in ('anonymous', 'person', 'key')),
  caller_id uuid,
  -- the organization in the path, whether it exists or not
  organization_id uuid,
  address text not null,
  count integer not null check (count > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- of the latest
  request_id text not null
);
create unique index refusals_once on kernel.refusals (hour, sign, code, route, caller_kind, caller_id, organization_id, address)
  nulls not distinct;
create index refusals_by_time on kernel.refusals (last_at desc, id desc);
select kernel.staff_only('kernel.refusals');
