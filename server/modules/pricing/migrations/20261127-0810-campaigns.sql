-- A planned change of what running services cost: whom it is for, the new price, when it begins and what is said about it.
-- `selection`: {"plans", "currency", "cycle", "soldBefore", "countries", "excluded"}. `rule`: what the new price is. `texts`: how the notice
-- opens, in both languages.
create table pricing.campaigns (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  state text not null check (state in ('draft', 'sending', 'paused', 'announced', 'withdrawn')),
  selection jsonb not null,
  rule jsonb not null,
  effective_on date not null,
  notice_days integer not null check (notice_days between 0 and 365),
  opt_out text not null check (opt_out in ('cancel', 'keep')),
  keep_until date,
  texts jsonb not null,
  created_by uuid not null references identity.people (id),
  created_at timestamptz not null,
  approved_by uuid references identity.people (id),
  approved_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  check ((opt_out = 'keep') = (keep_until is not null)),
  check (keep_until > effective_on),
  check ((state = 'draft') = (approved_at is null) or state = 'withdrawn')
);
create index campaigns_by_time on pricing.campaigns (created_at desc, id desc);
select kernel.staff_only('pricing.campaigns');

-- What becomes of the price of one service in a campaign. Sums are minor units for a period, quantity included. `letter_id`: the notice that
-- told of it, one for all moves of a client. `choices`: what was chosen, at the new price.
create table pricing.moves (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  campaign_id uuid not null references pricing.campaigns (id),
  service_id uuid not null,
  state text not null check (state in ('waiting', 'told', 'agreed', 'applied', 'undelivered', 'skipped', 'withdrawn')),
  why text,
  currency text not null,
  cycle text not null,
  before bigint not null,
  after bigint not null check (after >= 0),
  price_version integer,
  choices jsonb not null,
  begins_on date,
  letter_id uuid,
  told_to uuid[],
  told_at timestamptz,
  delivered_at timestamptz,
  kept_at timestamptz,
  keep_until date,
  primary key (organization_id, id),
  unique (campaign_id, service_id),
  foreign key (organization_id, service_id) references services.services (organization_id, id),
  check ((told_at is null) = (begins_on is null)),
  check ((state in ('skipped', 'undelivered')) = (why is not null))
);
-- One announcement at a time.
create unique index moves_open on pricing.moves (service_id) where state in ('waiting', 'told', 'agreed', 'undelivered');
create index moves_of_campaign on pricing.moves (campaign_id, state, organization_id, id);
create index moves_told on pricing.moves (told_at) where state = 'told';
create index moves_by_letter on pricing.moves (letter_id) where letter_id is not null;
select kernel.organization_owned('pricing.moves', 'select');
select kernel.about_services('pricing.moves');
