-- Keys with which programs act: for an organization, where they stay when whoever made them goes, or for one of its members.
create table organizations.api_keys (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  -- the member it acts for; null: the organization
  person_id uuid references identity.people (id),
  name text not null check (length(name) between 1 and 60),
  -- the beginning of the token, to tell keys apart
  prefix text not null check (length(prefix) = 9),
  -- SHA-256 of the token, which is shown once and kept nowhere
  token_hash bytea not null check (length(token_hash) = 32),
  -- of the token before it was exchanged, good until then
  previous_hash bytea check (length(previous_hash) = 32),
  previous_until timestamptz,
  permissions text[] not null check (cardinality(permissions) > 0),
  -- addresses and ranges from which it may be used; none: from everywhere
  networks text[] not null,
  created_by uuid not null references identity.people (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- written once a minute at most
  last_used_at timestamptz,
  last_used_from text,
  -- those who have to do with it were told that its end comes near
  told_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  check (expires_at > created_at),
  check ((previous_hash is null) = (previous_until is null))
);
create unique index api_keys_by_token on organizations.api_keys (token_hash);
create unique index api_keys_by_previous_token on organizations.api_keys (previous_hash);
create unique index api_keys_by_name on organizations.api_keys (organization_id, person_id, lower(name))
  nulls not distinct where revoked_at is null;
create index api_keys_to_tell on organizations.api_keys (expires_at) where told_at is null and revoked_at is null;
select kernel.organization_owned('organizations.api_keys', 'select, insert, update');
