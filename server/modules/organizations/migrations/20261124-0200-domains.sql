-- Mail domains that an organization says are its own. Only one may have shown it at a time.
create table organizations.domains (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  domain text not null check (domain = lower(domain) and length(domain) between 4 and 253),
  state text not null default 'pending' check (state in ('pending', 'verified', 'missing', 'off')),
  -- what the TXT record has to say; no secret, as everybody can read the record
  token text not null,
  added_by uuid not null references identity.people (id),
  added_at timestamptz not null,
  verified_at timestamptz,
  -- the staff member who looked themselves; then no record is asked for
  verified_by uuid references identity.people (id),
  checked_at timestamptz,
  -- since when the record is missing
  missing_since timestamptz,
  primary key (organization_id, id),
  check ((state = 'missing') = (missing_since is not null)),
  check (state not in ('verified', 'missing') or verified_at is not null)
);
create unique index domains_once on organizations.domains (organization_id, domain);
create unique index domains_verified on organizations.domains (domain) where state in ('verified', 'missing');
create index domains_to_check on organizations.domains (state, checked_at) where state in ('verified', 'missing') and verified_by is null;
select kernel.organization_owned('organizations.domains', 'select, insert, delete');
