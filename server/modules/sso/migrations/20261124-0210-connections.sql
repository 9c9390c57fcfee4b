-- How an organization's people sign in at its own identity provider. One for each organization.
create table sso.connections (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  kind text not null check (kind in ('oidc', 'saml')),
  mode text not null default 'off' check (mode in ('off', 'offered', 'required')),
  -- OIDC: the issuer; SAML: the entity id of the provider
  issuer text not null check (length(issuer) <= 500),
  client_id text check (length(client_id) <= 300),
  secret_sealed text,
  -- SAML: where it signs in, and the certificates it may sign with (PEM), two while they are rolled over
  sign_in_url text,
  certificates text[] check (cardinality(certificates) between 1 and 2),
  allows_unasked boolean not null default false,
  -- the role of who comes for the first time: a built-in one or the id of one of the organization's own; null: nobody joins by it
  joins_as text,
  groups_claim text,
  group_roles jsonb not null default '[]',
  -- what the provider says when it asked for a second step; empty: its word does not count
  second_step_values text[] not null default '{}',
  -- the provider does not say whether it verified addresses, and is believed all the same
  trusts_unsaid_mail boolean not null default false,
  session_hours integer not null check (session_hours between 1 and 336),
  -- last success and failure with the present configuration
  worked_at timestamptz,
  failed_at timestamptz,
  failed_why text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id),
  check (kind <> 'oidc' or client_id is not null),
  check (kind <> 'saml' or (sign_in_url is not null and certificates is not null)),
  -- nobody locks an organization out with a configuration that never worked
  check (mode <> 'required' or worked_at is not null)
);
create unique index connections_by_id on sso.connections (id);
select kernel.organization_owned('sso.connections', 'select');

-- Whom a provider means: its own name and the one it has for the person, never an address alone.
create table sso.identities (
  organization_id uuid not null references organizations.organizations (id),
  issuer text not null,
  subject text not null check (length(subject) between 1 and 500),
  person_id uuid not null references identity.people (id),
  linked_at timestamptz not null,
  used_at timestamptz not null,
  primary key (organization_id, issuer, subject)
);
create index identities_of_person on sso.identities (person_id);
select kernel.organization_owned('sso.identities', 'select');

-- A sign-in under way, bound to the browser that has the token.
create table sso.attempts (
  organization_id uuid not null,
  token_hash bytea not null,
  connection_id uuid not null,
  state_hash bytea not null unique,
  -- nonce and PKCE verifier, or the id of the SAML request
  secrets_sealed text not null,
  expires_at timestamptz not null,
  primary key (organization_id, token_hash),
  foreign key (organization_id, connection_id) references sso.connections (organization_id, id) on delete cascade
);
create unique index attempts_token on sso.attempts (token_hash);
create index attempts_by_end on sso.attempts (expires_at);
select kernel.staff_only('sso.attempts');

-- Sign-ins that were completed, for ending their sessions when the provider says so.
create table sso.sign_ins (
  organization_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  person_id uuid not null references identity.people (id),
  subject text not null,
  provider_session text,
  at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, id)
);
create index sign_ins_of_subject on sso.sign_ins (connection_id, subject);
create index sign_ins_by_end on sso.sign_ins (expires_at);
select kernel.staff_only('sso.sign_ins');

-- Assertions and logout tokens that were used, until they would be too old anyway.
create table sso.used_tokens (
  organization_id uuid not null,
  connection_id uuid not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  primary key (organization_id, connection_id, token_hash)
);
create index used_tokens_by_end on sso.used_tokens (expires_at);
select kernel.staff_only('sso.used_tokens');
