alter table identity.sessions add column country text check (country ~ '^[A-Z]{2}$');

-- Devices that somebody has signed in on, known again by a cookie of which only the SHA-256 is here.
create table identity.devices (
  person_id uuid not null references identity.people (id),
  token_hash bytea not null,
  seen_at timestamptz not null,
  primary key (person_id, token_hash)
);
create index devices_token on identity.devices (token_hash);
create index devices_seen on identity.devices (seen_at);
select kernel.staff_only('identity.devices');

-- Every sign-in that opened a session, and every one that was refused.
create table identity.sign_ins (
  id uuid primary key,
  -- null where nobody has the address that was typed: written all the same, as its absence would be seen in the time
  person_id uuid references identity.people (id),
  at timestamptz not null,
  methods text[] not null,
  -- null: it opened a session
  refused text check (refused in ('wrong_password', 'not_verified', 'disabled', 'wrong_code', 'unknown')),
  -- why the person was told of it at once
  unusual text check (unusual in ('new_device', 'new_country')),
  country text check (country ~ '^[A-Z]{2}$'),
  address inet not null,
  user_agent text not null,
  -- of the "this was not me" link
  disown_hash bytea unique,
  disowned_at timestamptz,
  check ((unusual is null) = (disown_hash is null))
);
create index sign_ins_of_person on identity.sign_ins (person_id, at desc, id desc);
create index sign_ins_at on identity.sign_ins (at);
select kernel.person_owned('identity.sign_ins', 'select');
