-- What kinds of clients the business tells apart, from most to least by their position.
create table organizations.tiers (
  id uuid primary key,
  titles jsonb not null check (jsonb_typeof(titles -> 'id') = 'string' and jsonb_typeof(titles -> 'en') = 'string'),
  position integer not null,
  color text not null check (color in ('neutral', 'info', 'good', 'attention', 'danger')),
  -- whoever has it keeps it; nobody gets it any more
  archived boolean not null default false,
  version integer not null default 1
);

-- Apart from the organizations, whose rows clients read.
create table organizations.client_tiers (
  organization_id uuid primary key references organizations.organizations (id),
  tier_id uuid not null references organizations.tiers (id),
  set_at timestamptz not null
);
create index client_tiers_by_tier on organizations.client_tiers (tier_id, organization_id);

-- What of other modules asks for a tier. They say so themselves when they save it, so that none is deleted under them.
create table organizations.tier_uses (
  tier_id uuid not null references organizations.tiers (id),
  kind text not null check (kind in ('policy', 'rule', 'escalation_rule', 'rate')),
  used_by uuid not null,
  names jsonb not null,
  primary key (tier_id, kind, used_by)
);
create index tier_uses_by_user on organizations.tier_uses (kind, used_by);

select kernel.staff_only('organizations.tiers');
select kernel.staff_only('organizations.client_tiers');
select kernel.staff_only('organizations.tier_uses');
