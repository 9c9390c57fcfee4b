-- How a session was opened, and when somebody last proved that it is still them.
alter table identity.sessions
  add column methods text[] not null default '{password}',
  add column proved_at timestamptz;
update identity.sessions set proved_at = created_at;
alter table identity.sessions alter column proved_at set not null, alter column methods drop default;

alter table identity.people
  -- a code by mail is asked for as second step since then
  add column mail_codes_since timestamptz,
  -- the reminder to set up a second step rests until then
  add column reminder_rests_until timestamptz;

-- A sign-in whose first step is done. The token is only with whoever began it.
create table identity.attempts (
  token_hash bytea primary key,
  person_id uuid not null references identity.people (id),
  methods text[] not null,
  tries integer not null default 0,
  began_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index attempts_of_person on identity.attempts (person_id, began_at);
select kernel.staff_only('identity.attempts');

create table identity.authenticators (
  person_id uuid not null references identity.people (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  secret_sealed text not null,
  -- the 30 seconds (since 1970) of the newest code that was used: it and older ones work no more
  last_step bigint not null default 0,
  added_at timestamptz not null,
  -- null until a first code has shown that the app has the secret
  confirmed_at timestamptz,
  used_at timestamptz,
  primary key (person_id, id)
);
select kernel.person_owned('identity.authenticators');

create table identity.recovery_codes (
  person_id uuid not null references identity.people (id),
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
select kernel.person_owned('identity.recovery_codes');

-- Short codes that are sent to somebody: the newest of a purpose counts.
create table identity.sent_codes (
  person_id uuid not null references identity.people (id),
  purpose text not null check (purpose in ('second_step', 'proof')),
  code_sealed text not null,
  tries integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, purpose)
);
select kernel.staff_only('identity.sent_codes');
