-- Roles an organization made for itself: sets of permission names.
create table organizations.roles (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  permissions text[] not null,
  created_by uuid not null references identity.people (id),
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index roles_by_name on organizations.roles (organization_id, lower(name));
select kernel.organization_owned('organizations.roles', 'select, insert, update, delete');

-- A role is built in, or 'custom' and then one of the organization's own. Both tables narrow it alike: `services` are the chosen
-- ones or null for all, `spending_limit` minor units of the organization's currency for one order, `until` the last day.
alter table organizations.members
  drop constraint members_role_check,
  add constraint members_role_check check (role in ('owner', 'finance', 'technical', 'member', 'viewer', 'approver', 'custom')),
  add column role_id uuid,
  add column services uuid[] check (cardinality(services) between 1 and 500),
  add column spending_limit bigint check (spending_limit >= 0),
  add column until date,
  add column invited_by uuid references identity.people (id),
  add column reviewed_at timestamptz,
  add column reviewed_by uuid references identity.people (id),
  -- up to which last day its member was told that it comes near
  add column told_until date,
  add constraint members_of_role check ((role = 'custom') = (role_id is not null)),
  add foreign key (organization_id, role_id) references organizations.roles (organization_id, id),
  add constraint owners_have_all check (role <> 'owner' or num_nonnulls(services, spending_limit, until) = 0);
create index members_with_role on organizations.members (organization_id, role_id) where role_id is not null;
create index members_with_end on organizations.members (until) where until is not null;

alter table organizations.invitations
  drop constraint invitations_role_check,
  add constraint invitations_role_check check (role in ('owner', 'finance', 'technical', 'member', 'viewer', 'approver', 'custom')),
  add column role_id uuid,
  add column services uuid[] check (cardinality(services) between 1 and 500),
  add column spending_limit bigint check (spending_limit >= 0),
  add column until date,
  add constraint invitations_of_role check ((role = 'custom') = (role_id is not null)),
  add foreign key (organization_id, role_id) references organizations.roles (organization_id, id),
  add constraint owners_have_all check (role <> 'owner' or num_nonnulls(services, spending_limit, until) = 0);

alter table organizations.organizations
  -- its parents' people other than owners stay out
  add column closed boolean not null default false,
  add column pays text not null default 'itself' check (pays in ('itself', 'parent')),
  -- how often somebody looks through who has access; null: nobody is reminded
  add column review_months integer check (review_months between 1 and 24),
  add column review_reminded_at timestamptz,
  add constraint payer_is_there check (pays = 'itself' or parent_id is not null);

-- Ownership offered to a member, who has to accept it.
create table organizations.ownership_offers (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  from_person uuid not null references identity.people (id),
  to_person uuid not null references identity.people (id),
  -- what the one who gives it becomes
  then_role text not null check (then_role in ('owner', 'finance', 'technical', 'member', 'viewer', 'approver')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('accepted', 'declined', 'withdrawn')),
  primary key (organization_id, id),
  check ((closed_at is null) = (outcome is null))
);
create unique index ownership_offers_open on organizations.ownership_offers (organization_id) where closed_at is null;
select kernel.organization_owned('organizations.ownership_offers', 'select, insert, update');

-- Every organization with every one above it, itself at depth 0: how deep a tree is costs nothing when it is read.
create table organizations.tree (
  ancestor_id uuid not null references organizations.organizations (id),
  descendant_id uuid not null references organizations.organizations (id),
  depth integer not null check (depth >= 0),
  primary key (ancestor_id, descendant_id),
  check ((depth = 0) = (ancestor_id = descendant_id))
);
create unique index tree_upward on organizations.tree (descendant_id, depth) include (ancestor_id);
select kernel.staff_only('organizations.tree');
grant select on organizations.tree to clientarea_portal;
create policy own on organizations.tree for select to clientarea_portal using (
  ancestor_id = any ((select kernel.organizations())::uuid[]) and descendant_id = any ((select kernel.organizations())::uuid[]));

-- The only writer of the tree: it follows `parent_id`. Those who move something take turns, so that two moves do not make a circle.
create function organizations.keep_tree() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.parent_id is not null then perform pg_advisory_xact_lock(hashtext('organizations.tree')); end if;
  if tg_op = 'INSERT' then
    insert into organizations.tree select ancestor_id, new.id, depth + 1 from organizations.tree where descendant_id = new.parent_id
      union all select new.id, new.id, 0;
    return null;
  end if;
  if exists (select from organizations.tree where ancestor_id = new.id and descendant_id = new.parent_id) then
    raise exception 'an organization cannot stand below itself' using errcode = 'CA001';
  end if;
  delete from organizations.tree t using organizations.tree above, organizations.tree below
    where below.ancestor_id = new.id and t.descendant_id = below.descendant_id
      and above.descendant_id = new.id and above.depth > 0 and t.ancestor_id = above.ancestor_id;
  insert into organizations.tree
    select above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
    from organizations.tree above, organizations.tree below
    where above.descendant_id = new.parent_id and below.ancestor_id = new.id;
  return null;
end $$;

with recursive up as (
  select id as ancestor_id, id as descendant_id, 0 as depth from organizations.organizations
  union all
  select o.parent_id, up.descendant_id, up.depth + 1 from up join organizations.organizations o on o.id = up.ancestor_id
  where o.parent_id is not null
)
insert into organizations.tree select ancestor_id, descendant_id, depth from up;

create trigger keep_tree after insert on organizations.organizations for each row execute function organizations.keep_tree();
create trigger move_in_tree after update of parent_id on organizations.organizations
  for each row when (old.parent_id is distinct from new.parent_id) execute function organizations.keep_tree();

-- Clients do not write these of themselves: where they stand, who pays and what they are called in addresses.
revoke update on organizations.organizations from clientarea_portal;
grant update (name, billing_email, address, country, tax_id, time_zone, locale, closed, review_months, version)
  on organizations.organizations to clientarea_portal;

-- Everybody who can get into an organization, for its own people: its members, and those who come from above, nearest first.
create function organizations.access(of uuid) returns table (
  person_id uuid, name text, email text, role text, role_id uuid, role_name text, services uuid[], spending_limit bigint, until date,
  since timestamptz, last_seen timestamptz, invited_by text, reviewed_at timestamptz, reviewed_by text, version integer,
  via uuid, via_name text)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (p.id) p.id, p.name, p.email, m.role, m.role_id, r.name, m.services, m.spending_limit, m.until, m.since,
    (select max(s.seen_at) from identity.sessions s where s.person_id = p.id),
    i.name, m.reviewed_at, b.name, m.version,
    case when t.depth > 0 then m.organization_id end, case when t.depth > 0 then v.name end
  from organizations.tree t
  join organizations.organizations o on o.id = of
  join organizations.organizations v on v.id = t.ancestor_id
  join organizations.members m on m.organization_id = t.ancestor_id
  join identity.people p on p.id = m.person_id
  left join organizations.roles r on r.organization_id = m.organization_id and r.id = m.role_id
  left join identity.people i on i.id = m.invited_by
  left join identity.people b on b.id = m.reviewed_by
  where t.descendant_id = of and (t.depth = 0 or m.services is null and (m.role = 'owner' or not o.closed))
    and (of = any (kernel.organizations()) or pg_has_role(current_setting('role'), 'clientarea_system', 'usage'))
  order by p.id, t.depth
$$;

-- Names of those who act here, also when they come from above.
create or replace function organizations.member_names(of uuid) returns table (id uuid, name text, email text)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct p.id, p.name, p.email
  from organizations.tree t join organizations.members m on m.organization_id = t.ancestor_id
    join identity.people p on p.id = m.person_id
  where t.descendant_id = of
    and (of = any (kernel.organizations()) or pg_has_role(current_setting('role'), 'clientarea_system', 'usage'))
$$;
