create table identity.people (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  email_verified_at timestamptz,
  disabled_at timestamptz,
  locale text not null check (locale in ('id', 'en')),
  time_zone text not null,
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  date_style text not null default 'auto' check (date_style in ('auto', 'iso')),
  tone text not null default 'personal' check (tone in ('short', 'personal')),
  created_at timestamptz not null,
  version integer not null default 1
);

create table identity.staff (
  person_id uuid primary key references identity.people (id),
  roles text[] not null check (roles <@ array['administrator', 'finance', 'support', 'operations'] and cardinality(roles) > 0),
  since timestamptz not null,
  version integer not null default 1
);

-- The token itself is only in the person's cookie.
create table identity.sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references identity.people (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address inet not null,
  user_agent text not null
);
create index sessions_of_person on identity.sessions (person_id, created_at desc) where ended_at is null;

-- Links that prove a mailbox: to finish signing up, or to choose a new password. Each works once.
create table identity.mailbox_proofs (
  token_hash bytea primary key,
  person_id uuid not null references identity.people (id),
  purpose text not null check (purpose in ('sign_up', 'password_reset')),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mailbox_proofs_of_person on identity.mailbox_proofs (person_id);

-- The link that an empty installation prints: it makes the first administrator, once.
create table identity.setup_links (
  token_hash bytea primary key,
  -- the token itself, for the next node or start that has to print the link
  sealed text not null,
  created_at timestamptz not null
);
create unique index setup_links_one on identity.setup_links ((true));

select kernel.staff_only('identity.setup_links');
select kernel.staff_only('identity.people');
grant select, update on identity.people to clientarea_portal;
create policy own on identity.people to clientarea_portal using (id = (select kernel.person())) with check (id = (select kernel.person()));
select kernel.person_owned('identity.sessions', 'select, update');
select kernel.staff_only('identity.mailbox_proofs');
select kernel.staff_only('identity.staff');
