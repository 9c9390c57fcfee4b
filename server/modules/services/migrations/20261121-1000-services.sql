create table services.services (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  order_id uuid not null,
  plan_id uuid not null,
  names jsonb not null,
  label text not null default '' check (length(label) <= 100),
  quantity integer not null check (quantity > 0),
  choices jsonb not null,
  currency text not null check (length(currency) = 3),
  cycle text not null check (cycle in ('one_time', 'monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial')),
  recurring bigint not null check (recurring >= 0),
  taxable boolean not null,
  trial_days integer not null check (trial_days >= 0),
  provisioner text not null,
  provisioner_configuration jsonb not null,
  -- dates of this service are days in this zone, whatever the organization's becomes later
  time_zone text not null,

  state text not null default 'pending'
    check (state in ('pending', 'trialing', 'active', 'past_due', 'paused', 'cancel_scheduled', 'ended')),
  -- the reasons of the suspensions that are not lifted
  suspended_for text[] not null default '{}'
    check (suspended_for <@ array['non_payment', 'abuse', 'customer', 'manual', 'security']),
  anchor_on date,
  -- the last period that was invoiced, its end not included, and up to where time is paid for
  period_from date,
  period_to date check (period_to > period_from),
  paid_through date,
  next_invoice_on date,
  trial_ends_on date,
  cancel_on date,
  cancel_reason text,
  cancel_note text not null default '',

  technical_state text not null default 'none'
    check (technical_state in ('none', 'setting_up', 'running', 'changing', 'suspended', 'removing', 'removed', 'attention')),
  -- what anyone who sees the service may see: {"hostname": "…"}
  facts jsonb not null default '{}',
  dashboard_url text,

  created_at timestamptz not null,
  activated_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,

  primary key (organization_id, id),
  unique (id),
  check ((period_from is null) = (period_to is null)),
  check ((state = 'ended') = (ended_at is not null)),
  check (state <> 'cancel_scheduled' or cancel_on is not null),
  check (state <> 'trialing' or trial_ends_on is not null)
);
create index services_of_order on services.services (order_id);
create index services_to_renew on services.services (next_invoice_on, id)
  where next_invoice_on is not null and state in ('trialing', 'active', 'past_due');
create index services_to_end on services.services (cancel_on, id) where state = 'cancel_scheduled';
create index services_in_trial on services.services (trial_ends_on, id) where state = 'trialing';
create index services_current on services.services (organization_id, state) where state <> 'ended';

-- One row for each time something was held, kept after it was lifted.
create table services.suspensions (
  organization_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  reason text not null check (reason in ('non_payment', 'abuse', 'customer', 'manual', 'security')),
  note text not null default '',
  since timestamptz not null,
  lifted_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
create unique index suspensions_open on services.suspensions (organization_id, service_id, reason) where lifted_at is null;

-- What this module heard about invoices. Facts may arrive in any order: only one younger than `told_by` changes anything.
create table services.service_invoices (
  organization_id uuid not null,
  service_id uuid not null,
  invoice_id uuid not null,
  status text not null check (status in ('open', 'overdue', 'settled')),
  told_by uuid not null,
  primary key (organization_id, service_id, invoice_id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
-- Clients change their services only in these ways: what they pay and what they get is not among them. How a service is set up at
-- its vendor is nobody's business but the staff's.
select kernel.organization_owned('services.services',
  'select, update (label, state, suspended_for, period_from, period_to, next_invoice_on, cancel_on, cancel_reason, cancel_note, ended_at, version)');
revoke select on services.services from clientarea_portal;
grant select (organization_id, id, order_id, plan_id, names, label, quantity, choices, currency, cycle, recurring, taxable, trial_days,
  provisioner, time_zone, state, suspended_for, anchor_on, period_from, period_to, paid_through, next_invoice_on, trial_ends_on,
  cancel_on, cancel_reason, cancel_note, technical_state, facts, dashboard_url, created_at, activated_at, ended_at, version)
  on services.services to clientarea_portal;
select kernel.organization_owned('services.suspensions', 'select, insert, update (lifted_at)');
select kernel.organization_owned('services.service_invoices', 'select');
