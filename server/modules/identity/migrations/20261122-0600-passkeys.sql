create table identity.passkeys (
  person_id uuid not null references identity.people (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  -- base64url, as browsers name it
  credential_id text not null unique,
  public_key bytea not null,
  -- how often it was used, as it says itself; many say 0 for ever
  counter bigint not null,
  transports text[] not null,
  added_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, id)
);
select kernel.person_owned('identity.passkeys');

-- What a passkey has to sign: made here, bound to a purpose and a person, and gone with its first use.
create table identity.challenges (
  challenge text primary key,
  purpose text not null check (purpose in ('register', 'sign_in', 'second_step', 'proof')),
  -- null where a passkey is to say who somebody is
  person_id uuid references identity.people (id),
  expires_at timestamptz not null
);
create index challenges_by_end on identity.challenges (expires_at);
select kernel.staff_only('identity.challenges');
