-- What clients change about services that run: asked for, approved where that is needed, paid, made or taken back.
create table orders.changes (
  organization_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  state text not null check (state in ('awaiting_approval', 'awaiting_payment', 'scheduled', 'done', 'canceled')),
  -- `ends`: the service is given up at once, and there is nothing after it
  ends boolean not null default false,
  -- {"planId", "names", "quantity", "choices", "cycle", "recurring", "taxable"} as it was and as it is to be
  before jsonb not null,
  after jsonb check ((after is null) = ends),
  -- how it is to be set up then
  configuration jsonb check ((configuration is null) = ends),
  effective_on date not null,
  -- a first period from which time is cut anew, when there is one; its end is the first day after it
  begins_from date,
  begins_to date check (begins_to > begins_from),
  -- what was shown and is billed: lines, and minor units with tax to pay and to get back
  lines jsonb not null,
  currency text not null check (length(currency) = 3),
  total bigint not null check (total >= 0),
  credit bigint not null check (credit >= 0),
  invoice_id uuid,
  -- how many were taken out of the stock for it
  stock_taken integer not null default 0 check (stock_taken >= 0),
  -- the service as it was when this was asked for
  service_version integer not null,
  -- null: staff did it
  asked_by uuid,
  asked_at timestamptz not null,
  expires_at timestamptz,
  spending_limit bigint,
  decided_by uuid,
  decided_at timestamptz,
  closed_at timestamptz,
  why_canceled text check (why_canceled in ('client', 'staff', 'declined', 'expired', 'invoice_voided', 'service_ended')),
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, service_id) references services.services (organization_id, id),
  check ((begins_from is null) = (begins_to is null)),
  check ((state in ('done', 'canceled')) = (closed_at is not null)),
  check ((state = 'canceled') = (why_canceled is not null))
);
-- One at a time.
create unique index changes_open on orders.changes (organization_id, service_id)
  where state in ('awaiting_approval', 'awaiting_payment', 'scheduled');
create index changes_of_service on orders.changes (service_id, id desc);
create index changes_by_invoice on orders.changes (invoice_id) where invoice_id is not null;
create index changes_to_expire on orders.changes (expires_at, id) where expires_at is not null and closed_at is null;
select kernel.organization_owned('orders.changes');
revoke select on orders.changes from clientarea_portal;
grant select (organization_id, id, service_id, state, ends, before, after, effective_on, begins_from, begins_to, lines, currency, total,
  credit, invoice_id, asked_by, asked_at, expires_at, decided_by, decided_at, closed_at, why_canceled) on orders.changes to clientarea_portal;
select kernel.about_services('orders.changes');
