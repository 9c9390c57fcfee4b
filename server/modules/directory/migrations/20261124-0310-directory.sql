-- What the directory of an organization (Entra ID, Okta …) says of its people. The people themselves and their memberships are elsewhere.
create table directory.users (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  -- null until the user was active for the first time
  person_id uuid references identity.people (id),
  external_id text check (length(external_id) <= 200),
  user_name text not null check (length(user_name) between 1 and 200),
  display_name text,
  formatted_name text,
  given_name text,
  family_name text,
  locale text,
  preferred_language text,
  time_zone text,
  -- as they were told: [{ value, type, primary }]
  emails jsonb not null,
  -- the one of them by which the person is known
  email text not null check (email = lower(email)),
  active boolean not null,
  -- was a member before the directory came, and keeps that role until a group says another
  was_member boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index users_by_name on directory.users (organization_id, lower(user_name));
create unique index users_by_email on directory.users (organization_id, email);
create unique index users_by_person on directory.users (organization_id, person_id);
create index users_by_external_id on directory.users (organization_id, external_id);

create table directory.groups (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  external_id text check (length(external_id) <= 200),
  name text not null check (length(name) between 1 and 200),
  -- what its members are here: a built-in role, or one of the organization's own; neither: it decides nothing
  role text check (role in ('finance', 'technical', 'member', 'viewer', 'approver')),
  role_id uuid,
  -- of several groups of a user the lowest one decides
  position integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, role_id) references organizations.roles (organization_id, id) on delete set null (role_id),
  check (num_nonnulls(role, role_id) <= 1)
);
create unique index groups_by_name on directory.groups (organization_id, lower(name));
create index groups_with_role on directory.groups (organization_id, role_id) where role_id is not null;

create table directory.group_members (
  organization_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  primary key (organization_id, group_id, user_id),
  foreign key (organization_id, group_id) references directory.groups (organization_id, id) on delete cascade,
  foreign key (organization_id, user_id) references directory.users (organization_id, id) on delete cascade
);
create index group_members_of_user on directory.group_members (organization_id, user_id);

-- What somebody is whose groups say nothing.
create table directory.defaults (
  organization_id uuid not null primary key references organizations.organizations (id),
  role text check (role in ('finance', 'technical', 'member', 'viewer', 'approver')),
  role_id uuid,
  version integer not null default 1,
  foreign key (organization_id, role_id) references organizations.roles (organization_id, id) on delete set null (role_id),
  check (num_nonnulls(role, role_id) <= 1)
);

-- What the directory asked lately and what became of it, for whoever connects it. Kept for thirty days.
create table directory.requests (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  at timestamptz not null,
  key_id uuid,
  method text not null check (method in ('POST', 'PUT', 'PATCH', 'DELETE')),
  about text not null check (about in ('user', 'group')),
  -- the name of the user or group, where it is known
  name text not null,
  status integer not null,
  -- null: it was done
  detail text,
  primary key (organization_id, id)
);
create index requests_by_time on directory.requests (at);

select kernel.organization_owned('directory.users');
select kernel.organization_owned('directory.groups');
select kernel.organization_owned('directory.group_members');
select kernel.organization_owned('directory.defaults');
select kernel.organization_owned('directory.requests');
