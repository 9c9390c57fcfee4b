-- Systems that measure, each with a token of its own to report by. One that was revoked stays to be read.
create table usage.sources (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  created_by uuid not null references identity.people (id),
  used_at timestamptz,
  revoked_at timestamptz
);
select kernel.staff_only('usage.sources');
