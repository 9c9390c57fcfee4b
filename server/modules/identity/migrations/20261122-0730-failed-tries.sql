-- Failed tries to sign in, counted per what was typed and where from: both, the network alone (no account), the account alone (no
-- network). Also for addresses that nobody has, so that nothing tells them apart.
create table identity.failed_tries (
  -- SHA-256 of the typed address; empty for all of a network
  account bytea not null,
  -- a /32 or a /64; null for all of an account
  network cidr,
  tries integer not null,
  since timestamptz not null,
  unique nulls not distinct (account, network)
);
create index failed_tries_since on identity.failed_tries (since);
select kernel.staff_only('identity.failed_tries');
