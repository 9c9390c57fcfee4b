create table organizations.organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 200),
  parent_id uuid references organizations.organizations (id),
  billing_email text not null,
  address text not null default '',
  country text not null default 'ID' check (length(country) = 2),
  tax_id text not null default '',
  currency text not null check (length(currency) = 3),
  time_zone text not null,
  locale text not null check (locale in ('id', 'en')),
  created_at timestamptz not null,
  version integer not null default 1
);
create index organizations_by_parent on organizations.organizations (parent_id) where parent_id is not null;
create index organizations_by_name on organizations.organizations (lower(name), id);

create table organizations.members (
  organization_id uuid not null references organizations.organizations (id),
  person_id uuid not null references identity.people (id),
  role text not null check (role in ('owner', 'finance', 'technical', 'member')),
  since timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, person_id)
);
create index members_of_person on organizations.members (person_id, organization_id);

create table organizations.invitations (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'finance', 'technical', 'member')),
  token_hash bytea not null unique,
  invited_by uuid not null references identity.people (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id)
);
create unique index invitations_open on organizations.invitations (organization_id, email)
  where accepted_at is null and revoked_at is null;

select kernel.staff_only('organizations.organizations');
grant select, update on organizations.organizations to clientarea_portal;
create policy own on organizations.organizations to clientarea_portal
  using (id = any ((select kernel.organizations())::uuid[])) with check (id = any ((select kernel.organizations())::uuid[]));
select kernel.organization_owned('organizations.members', 'select, insert, update, delete');
select kernel.organization_owned('organizations.invitations', 'select, insert, update');

-- Members of one organization know each other's names. The portal's role cannot read identity.people beyond its own row; this
-- function shows the members of organizations it may see, and nobody else.
create function organizations.member_names(of uuid) returns table (id uuid, name text, email text)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.name, p.email
  from organizations.members m join identity.people p on p.id = m.person_id
  where m.organization_id = of
    and (of = any (kernel.organizations()) or pg_has_role(current_setting('role'), 'clientarea_system', 'usage'))
$$;
