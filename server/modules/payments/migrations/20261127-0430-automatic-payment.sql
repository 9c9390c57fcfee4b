alter table payments.saved_methods
  -- in which order methods are charged without asking; null for those that are not. The default one is first in any case.
  add column turn integer,
  -- a bank has said that it is never to be charged again
  add column refused_at timestamptz,
  -- when the bank last replaced the card behind it
  add column renewed_at timestamptz,
  -- the step of the warning about `warned_of`, in days before it
  add column warned_days integer;
update payments.saved_methods set turn = 1 where is_default;
update payments.saved_methods set warned_days = 30 where warned_of is not null;
alter table payments.saved_methods
  add constraint default_has_a_turn check (not is_default or turn is not null),
  add constraint only_kept_have_a_turn check (turn is null or removed_at is null);
grant select (turn, refused_at), update (turn) on payments.saved_methods to clientarea_portal;

-- A renewal may be charged more than once now; never twice at the same time, which attempt_invoices_open sees to.
drop index payments.attempt_invoices_automatic;

-- What becomes of an invoice that is to be paid without asking.
create table payments.automatic_charges (
  organization_id uuid not null,
  invoice_id uuid not null,
  state text not null check (state in ('planned', 'underway', 'stopped', 'over')),
  -- why it stopped
  why text,
  next_at timestamptz,
  next_method_id uuid,
  -- when somebody looks at it again, whatever happens
  look_at timestamptz,
  -- the failed try that its payers have heard of
  told_of uuid,
  changed_at timestamptz not null,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (organization_id, next_method_id) references payments.saved_methods (organization_id, id),
  constraint stopped_for_a_reason check ((state = 'stopped') = (why is not null)),
  constraint planned_for_a_time check ((state = 'planned') = (next_at is not null) and num_nulls(next_at, next_method_id) in (0, 2)),
  constraint looked_at_again check ((state in ('planned', 'underway')) = (look_at is not null))
);
create index automatic_charges_to_look_at on payments.automatic_charges (look_at) where look_at is not null;
create index automatic_charges_latest on payments.automatic_charges (invoice_id desc);
select kernel.organization_owned('payments.automatic_charges');

-- Who does not want to be charged without asking: a payer at all, or for one service.
create table payments.paid_by_hand (
  organization_id uuid primary key references organizations.organizations (id),
  since timestamptz not null,
  chosen_by uuid not null references identity.people (id)
);
select kernel.organization_owned('payments.paid_by_hand');
create table payments.services_paid_by_hand (
  organization_id uuid not null references organizations.organizations (id),
  service_id uuid not null references services.services (id),
  since timestamptz not null,
  chosen_by uuid not null references identity.people (id),
  primary key (organization_id, service_id)
);
select kernel.organization_owned('payments.services_paid_by_hand');
