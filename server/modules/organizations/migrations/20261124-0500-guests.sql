-- A guest wrote or ordered without an account: an organization of their proven address, without members until it is claimed.
alter table organizations.organizations
  add column kind text not null default 'client' check (kind in ('client', 'guest'));
