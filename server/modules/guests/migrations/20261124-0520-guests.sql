-- What somebody without an account asked and has not confirmed by the mailed link yet. Nobody of the staff sees it before.
create table guests.requests (
  id uuid primary key,
  token_hash bytea not null unique,
  -- SHA-256 of the address, and the network it was asked from: so that only so many mails go to one, or because of one
  address bytea not null,
  network cidr not null,
  -- what was asked; gone once it is confirmed or declined, and never kept where no mail goes out
  sealed text,
  mailed boolean not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  check (mailed or sealed is null)
);
create index requests_of_address on guests.requests (address, asked_at) where mailed;
create index requests_of_network on guests.requests (network, asked_at);
create index requests_by_end on guests.requests (expires_at);

-- A proven address and the light organization that holds what it asked for, until a person with that address claims it.
create table guests.guests (
  organization_id uuid primary key references organizations.organizations (id),
  person_id uuid not null references identity.people (id),
  email text not null check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  locale text not null check (locale in ('id', 'en')),
  since timestamptz not null,
  claimed_at timestamptz,
  claimed_by uuid references identity.people (id),
  -- the guest's own organization where the person became its owner, else the one that the tickets went to
  claimed_into uuid references organizations.organizations (id),
  check (num_nonnulls(claimed_at, claimed_by, claimed_into) in (0, 3))
);
create unique index guests_unclaimed on guests.guests (email) where claimed_at is null;

-- Mailed links that open one ticket. Only the hash is stored.
create table guests.keys (
  organization_id uuid not null references guests.guests (organization_id),
  token_hash bytea not null unique,
  ticket_id uuid not null references support.tickets (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, token_hash)
);
create index keys_of_ticket on guests.keys (ticket_id, made_at);
create index keys_by_end on guests.keys (expires_at);

select kernel.staff_only('guests.requests');
select kernel.staff_only('guests.guests');
select kernel.staff_only('guests.keys');
