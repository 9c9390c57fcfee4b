-- Who of an organization reads all of its tickets. Without a row: whose role says so.
create table support.sharing (
  organization_id uuid primary key references organizations.organizations (id),
  mode text not null check (mode in ('own', 'role', 'members', 'all')),
  people uuid[] not null default '{}' check (cardinality(people) <= 200),
  version integer not null default 1
);
select kernel.organization_owned('support.sharing', 'select, insert, update');

-- Whether somebody reads all tickets of an organization, as it is shared there; owners always do.
create function support.sees_all(of uuid, person uuid, owner boolean, by_role boolean) returns boolean
  language sql stable set search_path = pg_catalog as $$
  select owner or coalesce((
    select case s.mode when 'all' then true when 'members' then person = any (s.people) when 'own' then false else by_role end
    from support.sharing s where s.organization_id = of), by_role)
$$;
